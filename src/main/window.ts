import { BrowserWindow, type Display, nativeTheme, screen } from 'electron'
import { placeWindow, smallestSize, type WindowPlace } from './window-place'

export interface WindowFiles {
  readonly preload: string
  readonly icon: string
}

/** The papers of the two looks, so that the window doesn't flash before the page is there. */
const paper = { light: '#fbfaf8', dark: '#17181a' }

/**
 * Makes the window where it was, shown as soon as its page can be seen. Every preference that matters for safety is named, also where it is the default.
 */
export function openWindow(files: WindowFiles, saved: WindowPlace | undefined): BrowserWindow {
  const place = placeWindow(saved, workAreas())
  const window = new BrowserWindow({
    ...place,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Longhand',
    icon: files.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      safeDialogs: true,
      // Elsewhere than on a Mac the words would come from a server of Google's.
      spellcheck: process.platform === 'darwin',
    },
  })
  if (saved?.isMaximized) window.maximize()
  if (saved?.isFullScreen) window.setFullScreen(true)
  window.once('ready-to-show', () => window.show())
  return window
}

/** Where the window is now, to open it there again. */
export function rememberPlace(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds()
  return { x, y, width, height, isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() }
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display: Display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}
