import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '../..')
/** What `npx longhand` runs. */
export const commandLine = join(root, 'out/main/cli.js')

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end. Resolves whatever its exit code; `input` is its standard input. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
    child.stdin.end(options.input ?? '')
  })
}

/** Runs `longhand --library LIBRARY …args` on the Node that runs this. */
export function runLonghand(
  library: string,
  args: readonly string[],
  input?: string,
): Promise<CommandResult> {
  return runProgram(process.execPath, [commandLine, '--library', library, ...args], {
    ...(input === undefined ? {} : { input }),
  })
}
