import { spawn } from 'node:child_process'
import { peakMemory } from './machine.ts'

/** One run of a program. */
export interface Run {
  readonly wallMs: number
  /** 0 where the system doesn't say */
  readonly peakBytes: number
}

/** How often the memory of a running program is looked at; the peak that the kernel keeps only grows. */
const lookEveryMs = 10

/** Runs a program to its end and measures it. Rejects with its output when it fails. */
export function measureProgram(program: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let peakBytes = 0
    const look = setInterval(() => {
      peakBytes = Math.max(peakBytes, peakMemory(child.pid ?? 0))
    }, lookEveryMs)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      const wallMs = performance.now() - started
      clearInterval(look)
      if (code === 0) resolve({ wallMs, peakBytes })
      else reject(new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${said}`))
    })
  })
}

/** The value below which the share `q` (0 to 1) of the values lies; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
