import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { countJourneys, countUnits } from './test-counts.mjs'
import { whatIsMissing } from './test-machine.mjs'

const inCi = process.env.CI === 'true' || process.env.CI === '1'
const windows = process.platform === 'win32'

/** A log that is not a terminal is read as text. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** Runs a command with its output on ours. Resolves to its exit code; a signal counts as 1. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...plain, ...env },
      shell: windows,
    })
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** A command that passes or fails as a whole. */
export async function runCommand(command, args) {
  const code = await run(command, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notes: [] }
}

/** The unit tests. A file that can't be loaded and a runner that dies count as failures. */
export async function runUnits(report) {
  const args = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('npx', args)
  return countUnits(code, readReport(report))
}

/** The journeys, in every shell that this machine can start. */
export async function runJourneys(report) {
  const missing = whatIsMissing()
  const left = Object.entries(missing.projects).filter(([, reason]) => reason !== null)
  const notes = left.map(([project, reason]) => `left out the project “${project}”: ${reason}`)
  const projects = Object.keys(missing.projects).filter((project) => missing.projects[project] === null)
  const refused = inCi ? left.length : 0
  if (projects.length === 0) return { passed: 0, failed: refused, notes }

  const command = ['npx', 'playwright', 'test', '--reporter=list,json']
  command.push(...projects.map((project) => `--project=${project}`))
  if (missing.display === 'xvfb') command.unshift('xvfb-run', '-a', '-s', '-screen 0 1920x1200x24')
  const code = await run(command[0], command.slice(1), {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_FORCE_TTY: '0',
  })
  const counted = countJourneys(code, readReport(report))
  // In CI nothing may be left out.
  return { ...counted, failed: counted.failed + refused, notes: [...notes, ...counted.notes] }
}

/** The library under faults, in the size for every day; the run prints its seed, which replays it. */
export async function runTorture(report) {
  const code = await run('node', ['e2e/torture/main.ts', '--every-day', `--report=${report}`])
  const { passed, failed } = readReport(report) ?? { passed: 0, failed: 0 }
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), notes: [] }
}

/** Builds the app when a source is newer than what was built. Counts only when it fails. */
export async function buildIfStale() {
  const built = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.js', 'out/renderer/index.html']
  const sources = ['package-lock.json', 'electron.vite.config.ts', ...(await filesIn('src'))]
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  const fresh = built.every((file) => existsSync(file) && statSync(file).mtimeMs > newest)
  if (fresh) {
    console.log('out/ is up to date')
    return { passed: 0, failed: 0, notes: [] }
  }
  const code = await run('npm', ['run', '--silent', 'build'])
  return { passed: 0, failed: code === 0 ? 0 : 1, notes: [] }
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
