import { app, type BrowserWindow, dialog, Menu, protocol, session, shell } from 'electron'
import type { Api, ApiOptions, Log } from '../api'
import type { NativeMenu } from '../api/contract'
import { answerBridge } from './bridge'
import { createCrashLimit } from './crash-limit'
import { Flushes } from './flush'
import { notify } from './ipc'
import type { LibraryChoice } from './library-choice'
import { appScheme, isOwnAddress, openOutside, pageUrl } from './links'
import { firstMenu, menuTemplate } from './menu'
import { chooseLibraryFolder, openLibraryOrAsk } from './open-library'
import { restrictContents, restrictSession } from './session-policy'
import { readSettings, writeSettings } from './settings-file'
import { openWindow, rememberPlace, type WindowFiles } from './window'

export interface DesktopOptions {
  readonly opening: Omit<ApiOptions, 'libraryPath' | 'create' | 'starter'>
  readonly window: WindowFiles
  readonly settingsFile: string
  readonly logFile: string
  readonly log: Log
  readonly isDev: boolean
}

/** The running desktop app: one library, one window, and the order in which they come and go. */
export class Desktop {
  readonly #options: DesktopOptions
  readonly #flushes = new Flushes()
  readonly #mayReload = createCrashLimit()
  #api: Api | undefined
  #window: BrowserWindow | undefined
  /** The window that is asking its page to save before it goes. */
  #leaving: BrowserWindow | undefined
  #isQuitting = false

  constructor(options: DesktopOptions) {
    this.#options = options
  }

  /** Opens the library and the window. Call it when Electron is ready. */
  async start(choice: LibraryChoice): Promise<void> {
    const { isDev, log } = this.#options
    restrictSession(session.defaultSession, { isDev })
    protocol.handle(appScheme, (request) => this.#answer(request))
    answerBridge({
      flushes: this.#flushes,
      log,
      knows: (contents) => this.#window?.webContents === contents,
      api: () => this.#api,
      showMenu: (menu) => this.#showMenu(menu),
    })
    this.#followApp()
    this.#showMenu(firstMenu(process.platform))
    this.#api = await openLibraryOrAsk(choice, this.#options.opening)
    if (this.#api === undefined) return app.quit()
    this.#rememberLibrary(this.#api)
    this.#open()
  }

  /** Brings the window to the front, or back. */
  show(): void {
    if (this.#window === undefined) {
      if (this.#api !== undefined) this.#open()
      return
    }
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  async #answer(request: Request): Promise<Response> {
    if (this.#api === undefined || !isOwnAddress(request.url)) return new Response(null, { status: 404 })
    return this.#api.fetch(request)
  }

  #open(): void {
    const window = openWindow(this.#options.window, readSettings(this.#options.settingsFile).window)
    this.#window = window
    this.#followCrashes(window)
    window
      .loadURL(pageUrl)
      .catch((error: unknown) => this.#options.log.error('The page could not be loaded.', error))
    window.on('close', (event) => {
      event.preventDefault()
      void this.#release(window)
    })
    window.on('closed', () => {
      this.#window = undefined
      if (this.#isQuitting || process.platform !== 'darwin') app.quit()
    })
  }

  /** Lets the window go when its page has saved, or when the writer wants it to go all the same. */
  async #release(window: BrowserWindow): Promise<void> {
    if (this.#leaving === window) return
    this.#leaving = window
    writeSettings(this.#options.settingsFile, { window: rememberPlace(window) })
    if (await this.#mayLeave(window)) window.destroy()
    else this.#isQuitting = false
    this.#leaving = undefined
  }

  async #mayLeave(window: BrowserWindow): Promise<boolean> {
    const contents = window.webContents
    if (contents.isCrashed()) return true
    const failure = await this.#flushes.request((request) => notify(contents, 'flush', request))
    if (failure === null || window.isDestroyed()) return true
    this.#options.log.error(`The page could not save before closing: ${failure}`)
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Your latest edits are not saved.',
      detail: `${failure}\n\nKept open, the window still has them.`,
      buttons: ['Keep Open', 'Close Without Saving'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  /** A page that crashed is loaded again where it was; one that crashes again and again asks first. */
  #followCrashes(window: BrowserWindow): void {
    const { log } = this.#options
    window.on('unresponsive', () => log.error('The window does not answer.'))
    window.webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
      log.error(`The window’s process is gone: ${reason} (${exitCode}).`)
      if (reason === 'clean-exit' || window.isDestroyed()) return
      if (this.#mayReload() || (await this.#askToReload(window))) window.webContents.reload()
      else app.quit()
    })
  }

  async #askToReload(window: BrowserWindow): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window crashed several times.',
      detail: 'Everything that was called saved is in the library. The log says more about the cause.',
      buttons: ['Load It Again', 'Quit'],
      noLink: true,
    })
    return response === 0
  }

  #followApp(): void {
    app.on('second-instance', () => this.show())
    app.on('activate', () => this.show())
    app.on('web-contents-created', (_event, contents) =>
      restrictContents(contents, (address) => void openOutside(address, (url) => shell.openExternal(url))),
    )
    app.on('before-quit', () => {
      this.#isQuitting = true
    })
    // Without a listener Electron quits by itself, also on a Mac; `closed` decides instead.
    app.on('window-all-closed', () => undefined)
    app.on('will-quit', (event) => {
      const api = this.#api
      if (api === undefined) return
      event.preventDefault()
      this.#api = undefined
      void api.close().finally(() => app.quit())
    })
  }

  #showMenu(menu: NativeMenu): void {
    const { isDev, logFile } = this.#options
    const template = menuTemplate(menu, process.platform, isDev, {
      command: (command) => this.#command(command),
      'open-library': () => void this.#changeLibrary(),
      'show-library': () => shell.showItemInFolder(this.#api?.libraryPath ?? logFile),
      'show-log': () => shell.showItemInFolder(logFile),
      about: () => app.showAboutPanel(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  #command(command: string): void {
    this.show()
    if (this.#window !== undefined) notify(this.#window.webContents, 'command', command)
  }

  /** Opens another library in place of this one, once the page has saved into this one. */
  async #changeLibrary(): Promise<void> {
    const choice = await chooseLibraryFolder()
    const previous = this.#api
    if (choice === undefined || choice.path === previous?.libraryPath) return
    // Opening takes a while in which the writer may go on: the page saves last, right before it is left.
    const next = await openLibraryOrAsk(choice, this.#options.opening)
    if (next === undefined) return
    if (this.#window !== undefined && !(await this.#mayLeave(this.#window))) return next.close()
    this.#api = next
    this.#rememberLibrary(next)
    if (this.#window === undefined) this.#open()
    else this.#window.webContents.reload()
    await previous?.close()
  }

  #rememberLibrary(api: Api): void {
    writeSettings(this.#options.settingsFile, { library: api.libraryPath })
  }
}
