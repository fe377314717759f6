import type { Session, WebContents } from 'electron'
import {
  decideNavigation,
  isAllowedRequest,
  isOutsideAddress,
  isOwnAddress,
  isOwnFile,
  pageUrl,
} from './links'

/** What a page may ask the system for: the clipboard when the writer copies, and the whole screen for the text. */
const allowedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Denies everything that a page could ask of the system or the network, but for the few things it needs. */
export function restrictSession(session: Session, options: { readonly isDev: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  session.setDevicePermissionHandler(() => false)
  // Electron asks the writer where a file goes that our page made; nothing else comes to the disk.
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
  if (options.isDev) return
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, details.resourceType) }),
  )
}

/** Keeps a page where it is: it can't navigate, open windows or hold a webview. Links to the web open outside. */
export function restrictContents(contents: WebContents, openOutside: (address: string) => void): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    const decision = decideNavigation(event.url, event.isMainFrame)
    if (decision === 'allow') return
    event.preventDefault()
    if (decision === 'outside') openOutside(event.url)
  })
  // An empty page asks nobody before it comes; the window goes back at once.
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnAddress(url)) void contents.loadURL(pageUrl).catch(() => contents.reload())
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutsideAddress(url)) openOutside(url)
    return { action: 'deny' }
  })
}
