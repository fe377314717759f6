import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Order, Report } from './writer.ts'

/** How a writer ended: by itself, by our signal, or by a mistake. */
export type Ending = 'closed' | 'killed' | { readonly failed: string }

/** A program that writes into a library, started and waiting for its order. */
export class Child {
  private readonly process: ChildProcess
  private readonly ended: Promise<Ending>
  private listener: ((report: Report) => void) | undefined
  private hasClosed = false
  private said = ''

  /** @param command what to start: the program and its arguments */
  constructor([program = '', ...args]: readonly string[], env: Record<string, string> = {}) {
    this.process = spawn(program, args, {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    this.process.stdin?.on('error', () => undefined) // It was killed before it read its order.
    this.process.stderr?.on('data', (chunk) => {
      this.said += chunk
    })
    let rest = ''
    const reports = this.process.stdio[3] as Readable
    reports.setEncoding('utf8').on('data', (chunk: string) => {
      // A line that was cut off by the end of the process was not said.
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.hear(JSON.parse(line) as Report)
    })
    this.ended = new Promise<Ending>((resolve, reject) => {
      this.process.on('error', reject)
      // All its pipes are read to their ends by then.
      this.process.on('close', (code, signal) => {
        if (signal === 'SIGKILL') resolve('killed')
        else resolve(code === 0 && this.hasClosed ? 'closed' : { failed: `${code ?? signal}: ${this.said}` })
      })
    })
  }

  /** Gives the order; `onReport` hears every line, the last one that the process wrote included. */
  async write(order: Order, onReport: (report: Report) => void): Promise<Ending> {
    this.listener = onReport
    this.process.stdin?.end(JSON.stringify(order))
    return this.ended
  }

  private hear(report: Report): void {
    if (report.kind === 'closed') this.hasClosed = true
    this.listener?.(report)
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  get pid(): number | undefined {
    return this.process.pid
  }
}
