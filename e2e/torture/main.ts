/**
 * `npm run torture [-- PART…] [--kills N] [--edits N] [--seed S] [--every-day]`: the library under faults. `kills`
 * ends a process that writes, again and again, and compares what is there with what it had been told was saved;
 * `faults` lets the disk fail at every call of every path of writing; `full-disk`
 * fills a small file system at random moments; `together` has two processes edit one post; `exports` ends processes
 * that export (`npm run build` first), and compares the folder with the old site and the new.
 * Every part prints its seed and a last line of its own; the exit code is 0 when all of them held.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { commandLine } from '../harness/command-line.ts'
import { canHaveSmallDisk, smallDisk } from '../harness/small-disk.ts'
import { type Bundle, bundleSources, root } from './bundle.ts'
import { runExportKills } from './export-kills.ts'
import { runFaults, whyNoFaults } from './faults/run.ts'
import { runKills } from './kills.ts'
import { quickFolder } from './places.ts'
import { runTogether } from './together.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    edits: { type: 'string' },
    seed: { type: 'string' },
    /** The sizes of `npm test`. */
    'every-day': { type: 'boolean', default: false },
    /** A file for `{ passed, failed }`. */
    report: { type: 'string' },
  },
})
const isEveryDay = values['every-day']
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const counts = {
  kills: Number(values.kills ?? (isEveryDay ? 200 : 2000)),
  exports: Number(values.kills ?? (isEveryDay ? 20 : 100)),
  edits: Number(values.edits ?? (isEveryDay ? 1000 : 10_000)),
}
/** On a day like every other, those in which SQLite alone has no say, or much is at stake. */
const pathsOfEveryDay = ['append', 'several', 'asset', 'compaction', 'backup']

/** Each prints what it found and tells whether everything held. */
const parts: Record<string, (bundle: Bundle) => Promise<boolean>> = {
  kills,
  faults,
  'full-disk': fullDisk,
  together,
  exports,
}

async function kills(bundle: Bundle): Promise<boolean> {
  const started = performance.now()
  const result = await runKills(bundle, {
    kills: counts.kills,
    seed,
    onProgress: (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} kills`)
    },
  })
  if (process.stdout.isTTY) process.stdout.write('\r')
  const within = Object.entries(result.within).sort(([, a], [, b]) => b - a)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${result.acknowledged} edits acknowledged in ${seconds} s; killed within:`)
  console.log(`  ${within.map(([phase, times]) => `${phase} ${times}`).join(', ')}`)
  for (const failure of result.failures) console.error(failure)
  console.log(`kills ${result.kills}, lost ${result.failures.length}`)
  return result.failures.length === 0
}

async function faults(bundle: Bundle): Promise<boolean> {
  const reason = whyNoFaults()
  if (reason !== undefined) {
    console.log(`left out: ${reason}`)
    return process.env.CI !== 'true'
  }
  const failures = await runFaults(bundle, isEveryDay ? pathsOfEveryDay : [], (line) => console.log(line))
  console.log(`disk that fails, failures ${failures}`)
  return failures === 0
}

async function fullDisk(bundle: Bundle): Promise<boolean> {
  if (!canHaveSmallDisk()) {
    console.log('left out: a small disk needs Linux and `unshare --map-root-user --mount`')
    return process.env.CI !== 'true'
  }
  const folder = quickFolder()
  // Room for the log of changes at its longest, and a library beside it.
  const disk = await smallDisk(folder, '24m')
  const [program = '', ...args] = [
    ...disk,
    process.execPath,
    bundle.fullDisk,
    disk[1] ?? '',
    join(root, 'resources'),
  ]
  const edits = isEveryDay ? '300' : '5000'
  const ended = spawnSync(program, [...args, edits, String(seed)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  rmSync(folder, { recursive: true, force: true })
  return ended.status === 0
}

async function together(bundle: Bundle): Promise<boolean> {
  const problems = await runTogether(bundle, counts.edits, seed)
  for (const problem of problems) console.error(problem)
  console.log(`two processes, edits ${counts.edits}, problems ${problems.length}`)
  return problems.length === 0
}

async function exports(): Promise<boolean> {
  if (!existsSync(commandLine)) {
    console.error('The exports are those of the built command line: npm run build')
    return false
  }
  const result = await runExportKills({
    kills: counts.exports,
    seed,
    onProgress: (done) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${done} kills`)
    },
  })
  const list = (counted: Readonly<Record<string, number>>) =>
    Object.entries(counted)
      .map(([name, times]) => `${name} ${times}`)
      .join(', ')
  console.log(`killed: ${list(result.within)}; cache: ${list(result.damages)}`)
  for (const mix of result.mixes) console.error(mix)
  console.log(`export kills ${result.kills}, mixes ${result.mixes.length}`)
  return result.mixes.length === 0
}

const asked =
  positionals.length > 0 ? positionals : values.kills === undefined ? Object.keys(parts) : ['kills']
const isUnderstood =
  [seed, ...Object.values(counts)].every(Number.isInteger) && asked.every((name) => name in parts)
if (!isUnderstood) {
  console.error(
    `Usage: npm run torture -- [${Object.keys(parts).join('|')}] [--kills N] [--seed S] [--every-day]`,
  )
  process.exit(2)
}

console.log(`seed ${seed}`)
const bundle = await bundleSources()
const held: boolean[] = []
for (const name of asked) held.push((await parts[name]?.(bundle)) ?? false)
bundle.remove()
const failed = held.filter((each) => !each).length
if (values.report) writeFileSync(values.report, JSON.stringify({ passed: held.length - failed, failed }))
process.exitCode = failed === 0 ? 0 : 1
