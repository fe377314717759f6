import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/** The first Node with the Node-API that better-sqlite3 is built for; on an older one it crashes. */
const oldest = [22, 14] as const

/** Whether this Node can open a library. */
export function canRun(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** The Node that was installed beside `program`, in the nearest `node_modules` above it. */
export function findOwnNode(program: string, exists = existsSync): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let folder = dirname(program); ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', 'node', 'bin', name)
    if (exists(file)) return file
    if (dirname(folder) === folder) return undefined
  }
}

/** Runs the program again with the Node beside it and ends as that ends; without one, says what to do. */
export function runWithOwnNode(program: string, args: readonly string[]): void {
  const node = findOwnNode(program)
  if (node === undefined) {
    process.stderr.write(
      `longhand needs Node ${oldest.join('.')} or newer, and this is ${process.versions.node}. ` +
        'Install a newer Node, or run npm ci in the folder of Longhand.\n',
    )
    process.exitCode = 1
    return
  }
  const child = spawn(node, [program, ...args], { stdio: 'inherit' })
  // The child decides what a signal means, and this one waits for it. A terminal sends Ctrl-C to both.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`longhand could not start ${node}: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
    process.removeAllListeners()
  })
}
