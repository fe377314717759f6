import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { type Shell, stepTimeoutMs } from './app.ts'
import { commandLine } from './command-line.ts'

/** A server of the browser shell, started as `longhand serve` starts it. */
export interface Server {
  /** The address with its token, as printed. */
  readonly url: string
  readonly pid: number | undefined
  stop(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts `longhand serve` on a free port; resolves when it has printed its address.
 * @param under a program, with its arguments, that starts it; none when empty
 */
export function startServer(library: string, under: readonly string[] = []): Promise<Server> {
  const timeoutMs = 20_000
  const [program = '', ...args] = [...under, process.execPath, commandLine]
  const child = spawn(program, [...args, '--library', library, 'serve', '--port', '0'])
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (reason: string) => reject(new Error(`longhand serve ${reason}:\n${said}`))
    const timer = setTimeout(() => {
      child.kill()
      fail(`printed no address within ${timeoutMs} ms`)
    }, timeoutMs)
    const read = (text: string) => {
      said += text
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
      if (url === undefined || !said.includes('\n', said.indexOf(url))) return
      clearTimeout(timer)
      resolve({ url, pid: child.pid, stop: (signal = 'SIGTERM') => endProcess(child, signal) })
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => fail(`ended with code ${code}`))
  })
}

function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** The same app in a browser: a server and a browser window. */
export class BrowserShell implements Shell {
  readonly shell = 'browser'
  server: Server | undefined
  private context: BrowserContext | undefined
  private readonly newWindow: () => Promise<BrowserContext>
  private readonly under: readonly string[]

  constructor(newWindow: () => Promise<BrowserContext>, under: readonly string[] = []) {
    this.newWindow = newWindow
    this.under = under
  }

  get pid() {
    return this.server?.pid
  }

  async start(library: string) {
    this.server = await startServer(library, this.under)
    this.context = await this.newWindow()
    const page = await this.context.newPage()
    page.setDefaultTimeout(stepTimeoutMs)
    await page.goto(this.server.url)
    return page
  }

  async stop() {
    await this.context?.close()
    await this.server?.stop()
    this.context = undefined
    this.server = undefined
  }

  async kill() {
    await this.server?.stop('SIGKILL')
    await this.stop()
  }

  /** The shell's own chooser is a dialog in the page; it shows the folders of the one that holds `path`. */
  async chooseFolder(path: string | null, ask: () => Promise<unknown>) {
    await ask()
    const chooser = this.context?.pages()[0]?.getByRole('dialog', { name: 'Choose a folder' })
    if (path === null) {
      await chooser?.getByRole('button', { name: 'Cancel' }).click()
      return
    }
    await chooser?.getByRole('option', { name: basename(path), exact: true }).click()
    await chooser?.getByRole('button', { name: 'Choose this folder' }).click()
  }
}
