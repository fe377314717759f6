import { app, Menu, protocol, session, shell } from 'electron'
import type { Api, ApiOptions, Log } from '../api'
import type { NativeMenu } from '../api/contract'
import { english, type Words } from '../words'
import { answerBridge } from './bridge'
import { Flushes } from './flush'
import { notify } from './ipc'
import type { LibraryChoice } from './library-choice'
import { appScheme, isOwnAddress, openOutside } from './links'
import { firstMenu, menuTemplate } from './menu'
import { chooseLibraryFolder, openLibraryOrAsk } from './open-library'
import { restrictContents, restrictSession } from './session-policy'
import { writeSettings } from './settings-file'
import { openSpokenWords, type SpokenWords } from './spoken-words'
import type { WindowFiles } from './window'
import { Windows } from './windows'

export interface DesktopOptions {
  readonly opening: Omit<ApiOptions, 'libraryPath' | 'create' | 'starter'>
  readonly window: WindowFiles
  readonly settingsFile: string
  readonly logFile: string
  readonly log: Log
  readonly isDev: boolean
}

/** The running desktop app: one library, its windows, and the order in which they come and go. */
export class Desktop {
  readonly #options: DesktopOptions
  readonly #flushes = new Flushes()
  readonly #windows: Windows
  #api: Api | undefined
  #spoken: SpokenWords | undefined

  constructor(options: DesktopOptions) {
    this.#options = options
    const { window, settingsFile, log } = options
    this.#windows = new Windows({
      files: window,
      settingsFile,
      flushes: this.#flushes,
      log,
      words: () => this.#words(),
    })
  }

  /** Opens the library and the window. Call it when Electron is ready. */
  async start(choice: LibraryChoice): Promise<void> {
    const { isDev, log, settingsFile } = this.#options
    this.#spoken = await openSpokenWords(settingsFile, app.getPreferredSystemLanguages())
    restrictSession(session.defaultSession, { isDev })
    protocol.handle(appScheme, (request) => this.#answer(request))
    answerBridge({
      flushes: this.#flushes,
      log,
      knows: (contents) => this.#windows.knows(contents),
      openWindow: (post) => this.#windows.add(post),
      api: () => this.#api,
      words: () => this.#words(),
      showMenu: (menu, language) => {
        this.#showMenu(menu)
        void this.#spoken?.speak(language)
      },
    })
    this.#followApp()
    this.#showMenu(firstMenu(process.platform, this.#words()))
    this.#api = await openLibraryOrAsk(choice, this.#options.opening, this.#words())
    if (this.#api === undefined) return app.quit()
    this.#rememberLibrary(this.#api)
    this.#windows.restore()
  }

  /** Brings the window to the front, or back. */
  show(): void {
    const window = this.#windows.current()
    if (window === undefined) {
      if (this.#api !== undefined) this.#windows.restore()
      return
    }
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  async #answer(request: Request): Promise<Response> {
    if (this.#api === undefined || !isOwnAddress(request.url)) return new Response(null, { status: 404 })
    return this.#api.fetch(request)
  }

  #followApp(): void {
    app.on('second-instance', () => this.show())
    app.on('activate', () => this.show())
    app.on('web-contents-created', (_event, contents) =>
      restrictContents(contents, (address) => void openOutside(address, (url) => shell.openExternal(url))),
    )
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

  #words(): Words {
    return this.#spoken?.current ?? english
  }

  #command(command: string): void {
    this.show()
    const window = this.#windows.current()
    if (window !== undefined) notify(window.webContents, 'command', command)
  }

  /** Opens another library in place of this one, once the page has saved into this one. */
  async #changeLibrary(): Promise<void> {
    const choice = await chooseLibraryFolder(this.#words())
    const previous = this.#api
    if (choice === undefined || choice.path === previous?.libraryPath) return
    // Opening takes a while in which the writer may go on: the page saves last, right before it is left.
    const next = await openLibraryOrAsk(choice, this.#options.opening, this.#words())
    if (next === undefined) return
    for (const window of this.#windows.all()) {
      if (!(await this.#windows.mayLeave(window))) return next.close()
    }
    this.#api = next
    this.#rememberLibrary(next)
    if (this.#windows.isEmpty) this.#windows.restore()
    else for (const window of this.#windows.all()) window.webContents.reload()
    await previous?.close()
  }

  #rememberLibrary(api: Api): void {
    writeSettings(this.#options.settingsFile, { library: api.libraryPath })
  }
}
