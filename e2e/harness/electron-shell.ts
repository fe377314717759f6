import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { _electron, type ElectronApplication } from '@playwright/test'
import { type Shell, stepTimeoutMs } from './app.ts'
import { root } from './command-line.ts'

/** The path of Electron's binary: the official package's, or where ELECTRON_OVERRIDE_DIST_PATH points. */
export function electronBinary(): string {
  return createRequire(import.meta.url)('electron')
}

/** The desktop app, with a profile of its own so that runs beside each other are separate installations. */
export class ElectronShell implements Shell {
  readonly shell = 'electron'
  application: ElectronApplication | undefined
  private readonly profile: string
  private readonly under: readonly string[]

  /**
   * @param profile the folder of this installation's settings
   * @param under a program, with its arguments, that starts Electron; none when empty
   */
  constructor(profile: string, under: readonly string[] = []) {
    this.profile = profile
    this.under = under
  }

  get pid() {
    return this.application?.process().pid
  }

  async start(library: string) {
    this.application = await _electron.launch({
      executablePath: this.under.length === 0 ? electronBinary() : await this.starter(),
      args: [root, '--library', library, `--user-data-dir=${this.profile}`],
      cwd: root,
    })
    const page = await this.application.firstWindow()
    page.setDefaultTimeout(stepTimeoutMs)
    // On a busy machine Playwright now and then attaches between the birth of the window and its page. It then
    // holds `:` for the address and no locator finds anything, though the page is there: load it once more.
    if (page.url() === ':') {
      await this.application.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
      })
      await page.waitForURL(/^app:/)
    }
    return page
  }

  /** Playwright puts arguments of its own first, so that what comes before Electron has to be a script. */
  private async starter(): Promise<string> {
    const script = `${this.profile}-starter.sh`
    const words = [...this.under, electronBinary()].map((word) => `'${word}'`)
    await writeFile(script, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 })
    return script
  }

  async stop() {
    await this.application?.close()
    this.application = undefined
  }

  async kill() {
    const process = this.application?.process()
    const gone = new Promise((resolve) => process?.once('exit', resolve))
    process?.kill('SIGKILL')
    await gone
    this.application = undefined
  }

  /** The native dialog can't be driven, so it answers at once. */
  async chooseFolder(path: string | null, ask: () => Promise<unknown>) {
    await this.application?.evaluate(({ dialog }, chosen) => {
      const answer = { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }
      dialog.showOpenDialog = () => Promise.resolve(answer)
    }, path)
    await ask()
  }
}
