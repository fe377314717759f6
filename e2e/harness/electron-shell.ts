import { createRequire } from 'node:module'
import { _electron, type ElectronApplication } from '@playwright/test'
import type { Shell } from './app.ts'
import { root } from './command-line.ts'

/** The path of Electron's binary: the official package's, or where ELECTRON_OVERRIDE_DIST_PATH points. */
export function electronBinary(): string {
  return createRequire(import.meta.url)('electron')
}

/** The desktop app, with a profile of its own so that runs beside each other are separate installations. */
export class ElectronShell implements Shell {
  readonly shell = 'electron'
  application: ElectronApplication | undefined

  constructor(private readonly profile: string) {}

  async start(library: string) {
    this.application = await _electron.launch({
      executablePath: electronBinary(),
      args: [root, '--library', library, `--user-data-dir=${this.profile}`],
      cwd: root,
    })
    return await this.application.firstWindow()
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
