import { randomBytes } from 'node:crypto'
import { app, type BrowserWindow, dialog, type WebContents } from 'electron'
import type { Log } from '../api'
import type { Words } from '../words'
import { createCrashLimit } from './crash-limit'
import type { Flushes } from './flush'
import { notify } from './ipc'
import { pageUrl } from './links'
import { readSettings, type Settings, writeSettings } from './settings-file'
import { openWindow, rememberPlace, type WindowFiles } from './window'

export interface WindowsOptions {
  readonly files: WindowFiles
  readonly settingsFile: string
  readonly flushes: Flushes
  readonly log: Log
  readonly words: () => Words
}

/** The name of the window that is there first; each of the others has one of its own. */
const first = ''

/**
 * The windows of the app. Each has a name, under which its page keeps what is open in it, and comes back
 * where it was; a window that the writer closed while others stayed does not.
 */
export class Windows {
  readonly #options: WindowsOptions
  readonly #mayReload = createCrashLimit()
  readonly #open = new Map<string, BrowserWindow>()
  /** Windows that are asking their pages to save before they go. */
  readonly #leaving = new Set<BrowserWindow>()
  #isQuitting = false

  constructor(options: WindowsOptions) {
    this.#options = options
    app.on('before-quit', () => {
      this.#isQuitting = true
    })
  }

  get isEmpty(): boolean {
    return this.#open.size === 0
  }

  knows(contents: WebContents): boolean {
    return this.all().some((window) => window.webContents === contents)
  }

  all(): readonly BrowserWindow[] {
    return [...this.#open.values()]
  }

  /** The window that has the focus, or had it last. */
  current(): BrowserWindow | undefined {
    const windows = this.all()
    return windows.find((window) => window.isFocused()) ?? windows[0]
  }

  /** Opens what was open when the app was left. */
  restore(): void {
    const { window, others = [], isFirstOpen = true } = readSettings(this.#options.settingsFile)
    if (isFirstOpen || others.length === 0) this.#show(first, window)
    for (const { name, place } of others) this.#show(name, place)
  }

  /** Opens one more window, a little beside the one that is there. */
  add(post: string | null): void {
    const from = this.current()
    const place = from && rememberPlace(from)
    const name = this.#open.has(first) ? randomBytes(4).toString('hex') : first
    this.#show(name, place && { ...place, x: place.x + 28, y: place.y + 28, isFullScreen: false }, post)
    this.#keepPlaces()
  }

  #show(name: string, place: Settings['window'], post: string | null = null): void {
    const { files, log } = this.#options
    const window = openWindow(files, place)
    this.#open.set(name, window)
    this.#followCrashes(window)
    const query = new URLSearchParams({ ...(name && { window: name }), ...(post && { post }) }).toString()
    window
      .loadURL(query === '' ? pageUrl : `${pageUrl}?${query}`)
      .catch((error: unknown) => log.error('The page could not be loaded.', error))
    window.on('close', (event) => {
      event.preventDefault()
      void this.#release(window)
    })
    window.on('closed', () => {
      // Left with the others, it comes back with them.
      this.#open.delete(name)
      if (!this.#isQuitting && !this.isEmpty) this.#keepPlaces()
      if (this.isEmpty && (this.#isQuitting || process.platform !== 'darwin')) app.quit()
    })
  }

  /** Lets the window go when its page has saved, or when the writer wants it to go all the same. */
  async #release(window: BrowserWindow): Promise<void> {
    if (this.#leaving.has(window)) return
    this.#leaving.add(window)
    this.#keepPlaces()
    if (await this.mayLeave(window)) window.destroy()
    else this.#isQuitting = false
    this.#leaving.delete(window)
  }

  /** Where the windows are now. Windows that are gone already while the app quits stay remembered. */
  #keepPlaces(): void {
    const { settingsFile } = this.#options
    const places = [...this.#open].map(([name, window]) => ({ name, place: rememberPlace(window) }))
    const before = this.#isQuitting ? readSettings(settingsFile) : { others: [], isFirstOpen: false }
    const others = [
      ...places.filter(({ name }) => name !== first),
      ...(before.others ?? []).filter(({ name }) => !this.#open.has(name)),
    ]
    const main = places.find(({ name }) => name === first)?.place
    const isFirstOpen = main !== undefined || (before.isFirstOpen ?? true)
    writeSettings(settingsFile, { others: others.slice(0, 20), isFirstOpen, ...(main && { window: main }) })
  }

  /** Asks the page to save; whether it has, or the writer lets it go all the same. */
  async mayLeave(window: BrowserWindow): Promise<boolean> {
    const { flushes, log } = this.#options
    const contents = window.webContents
    if (contents.isCrashed()) return true
    const failure = await flushes.request((request) => notify(contents, 'flush', request))
    if (failure === null || window.isDestroyed()) return true
    log.error(`The page could not save before closing: ${failure}`)
    const { say, hear } = this.#options.words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say('Your latest edits are not saved.'),
      detail: `${hear(failure)}\n\n${say('Kept open, the window still has them.')}`,
      buttons: [say('Keep open'), say('Close without saving')],
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
      if (this.#mayReload() || (await askToReload(window, this.#options.words()))) window.webContents.reload()
      else app.quit()
    })
  }
}

async function askToReload(window: BrowserWindow, { say }: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say('The window crashed several times.'),
    detail: say('Everything that was called saved is in the library. The log says more about the cause.'),
    buttons: [say('Load it again'), say('Quit')],
    noLink: true,
  })
  return response === 0
}
