import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import type { App, Shell } from './app.ts'
import { BrowserShell } from './browser-shell.ts'
import { runLonghand } from './command-line.ts'
import { ElectronShell } from './electron-shell.ts'
import { postsPane } from './screen.ts'

export { expect } from '@playwright/test'

/**
 * `app` is Longhand in the shell that the project names, on a library of its own; it is not started yet.
 * `electron` and `server` are what only one shell has, for the specs of that shell.
 */
export const test = base.extend<{ folder: string; shell: Shell; app: App }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'longhand-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  },
  shell: async ({ folder, playwright }, use, info) => {
    if (info.project.name === 'electron') {
      await use(new ElectronShell(join(folder, 'profile')))
      return
    }
    const browser = await playwright.chromium.launch(info.project.use.launchOptions)
    await use(new BrowserShell(browser))
    await browser.close()
  },
  app: async ({ folder, shell }, use) => {
    const app = new RunningApp(shell, join(folder, 'library'), folder)
    await use(app)
    await app.close()
  },
})

class RunningApp implements App {
  private window: Page | undefined

  constructor(
    private readonly part: Shell,
    readonly library: string,
    readonly folder: string,
  ) {}

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
