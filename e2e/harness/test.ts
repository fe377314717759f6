import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { App, Shell } from './app.ts'
import { BrowserShell } from './browser-shell.ts'
import { runLonghand } from './command-line.ts'
import { ElectronShell } from './electron-shell.ts'
import { postsPane } from './screen.ts'
import { smallDisk } from './small-disk.ts'

export { expect } from '@playwright/test'

interface Parts {
  /** The size of the file system that the library is on, as tmpfs takes it (`8m`); null for the usual one. */
  diskSize: string | null
  folder: string
  shell: Shell
  app: App
}

/**
 * `app` is Longhand in the shell that the project names, on a library of its own; it is not started yet.
 * `shell` is the shell alone, for what only one of them has.
 */
export const test = base.extend<Parts>({
  diskSize: [null, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this parameter
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'longhand-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  shell: async ({ folder, playwright, diskSize }, use, info) => {
    const under = diskSize === null ? [] : await smallDisk(folder, diskSize)
    if (info.project.name === 'electron') {
      await use(new ElectronShell(join(folder, 'profile'), under))
      return
    }
    const { launchOptions, viewport = null, deviceScaleFactor = 1 } = info.project.use
    const browser = await playwright.chromium.launch(launchOptions)
    await use(new BrowserShell(() => browser.newContext({ viewport, deviceScaleFactor }), under))
    await browser.close()
  },
  app: async ({ folder, shell, diskSize }, use) => {
    const app = new RunningApp(shell, join(folder, diskSize === null ? 'library' : 'disk/library'), folder)
    await use(app)
    await app.close()
  },
})

class RunningApp implements App {
  readonly library: string
  readonly folder: string
  private readonly part: Shell
  private window: Page | undefined

  constructor(part: Shell, library: string, folder: string) {
    this.part = part
    this.library = library
    this.folder = folder
  }

  get shell() {
    return this.part.shell
  }

  get page() {
    if (this.window === undefined) throw new Error('the app is not open')
    return this.window
  }

  async open() {
    this.window = await this.part.start(this.library)
    await postsPane(this.window).waitFor()
    return this.window
  }

  async close() {
    this.window = undefined
    await this.part.stop()
  }

  async kill() {
    this.window = undefined
    await this.part.kill()
  }

  longhand(args: readonly string[], input?: string) {
    return runLonghand(this.library, args, input)
  }

  chooseFolder(path: string | null, ask: () => Promise<unknown>) {
    return this.part.chooseFolder(path, ask)
  }
}
