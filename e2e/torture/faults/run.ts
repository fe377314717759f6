import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Bundle, root } from '../bundle.ts'
import { quickFolder } from '../places.ts'

/** What the run needs, as a sentence, where this machine lacks it; undefined where it has it. */
export function whyNoFaults(): string | undefined {
  if (process.platform !== 'linux') return 'a disk that fails at a chosen call needs Linux'
  return spawnSync('cc', ['--version']).status === 0
    ? undefined
    : 'a disk that fails at a chosen call needs a C compiler (`cc`)'
}

/**
 * Every path of writing on a disk that fails at its n-th call, for every n. `onLine` hears one line for each path
 * and each failure. Returns how many failures there were.
 * @param paths names out of `paths.ts`; all when empty
 */
export async function runFaults(
  bundle: Bundle,
  paths: readonly string[],
  onLine: (line: string) => void,
): Promise<number> {
  const folder = quickFolder()
  const shim = join(folder, 'failing-disk.so')
  const compiled = spawnSync('cc', [
    '-O1',
    '-shared',
    '-fPIC',
    '-o',
    shim,
    join(import.meta.dirname, 'failing-disk.c'),
    '-ldl',
  ])
  if (compiled.status !== 0) throw new Error(`failing-disk.c does not compile: ${compiled.stderr}`)
  const disk = join(folder, 'disk')
  const plan = join(folder, 'plan')
  mkdirSync(disk)
  writeFileSync(plan, Buffer.alloc(16))
  const child = spawn(process.execPath, [bundle.disk, disk, plan, join(root, 'resources'), ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LD_PRELOAD: shim, LONGHAND_FAULTS: plan, LONGHAND_FAULTS_IN: disk },
  })
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
  let failures = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('FAILED')) failures++
    onLine(line)
  }
  const code = await ended
  rmSync(folder, { recursive: true, force: true })
  return code === 0 ? failures : Math.max(1, failures)
}
