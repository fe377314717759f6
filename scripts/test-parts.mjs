import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { whatIsMissing } from './test-machine.mjs'

/**
 * What one part of the tests came to. `notes` are sentences for the end of the run: what was left out, and
 * how to get it.
 * @typedef {{ passed: number, failed: number, notes: string[] }} Result
 */

const inCi = process.env.CI === 'true' || process.env.CI === '1'
const windows = process.platform === 'win32'

/** Runs a command with its output on ours. Resolves to its exit code; a signal counts as 1. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
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
  const code = await run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const found = readReport(report)
  const files = found?.testResults ?? []
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0)
  return honest(code, {
    passed: found?.numPassedTests ?? 0,
    failed: (found?.numFailedTests ?? 0) + unloaded.length,
    notes: skipped > 0 ? [`${skipped} skipped`] : [],
  })
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
  const stats = readReport(report)?.stats
  if (stats?.skipped > 0) notes.push(`${stats.skipped} did not run`)
  // A test that passes at a second try has failed once; there are no retries, so none should.
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  return honest(code, { passed: stats?.expected ?? 0, failed: failed + refused, notes })
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

/** A runner that failed without naming a failed test (a crash, no report) is one failure. */
function honest(code, result) {
  if (code === 0 || result.failed > 0) return result
  return { ...result, failed: 1, notes: [...result.notes, `the runner ended with code ${code}`] }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
