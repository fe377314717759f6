#!/usr/bin/env node
/**
 * `npm test`: every test that this machine can run. A part that it can't run is named with the way to get
 * it, and in CI counts as a failure. The last line is `N passed, N failed`; the exit code follows it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The tests need Node 22.18 or later and got ${process.version} (${process.execPath}).\n` +
      '`npm ci` puts a newer one into node_modules/.bin, which `npm test` runs on.',
  )
  process.exit(1)
}
// Imported late: an older Node stops above with a sentence rather than here with a syntax error.
const { buildIfStale, runCommand, runJourneys, runTorture, runUnits } = await import('./test-parts.mjs')

const reports = mkdtempSync(join(tmpdir(), 'longhand-reports-'))
const parts = [
  ['types', () => runCommand('npm', ['run', '--silent', 'types'])],
  ['lint', () => runCommand('npm', ['run', '--silent', 'lint'])],
  ['unit', () => runUnits(join(reports, 'unit.json'))],
  ['build', buildIfStale],
  ['torture', () => runTorture(join(reports, 'torture.json'))],
  ['e2e', () => runJourneys(join(reports, 'e2e.json'))],
]
const notes = []
let passed = 0
let failed = 0
for (const [name, run] of parts) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`)
  const result = await run()
  passed += result.passed
  failed += result.failed
  notes.push(...result.notes.map((note) => `${name}: ${note}`))
}
rmSync(reports, { recursive: true, force: true })

console.log('')
for (const note of notes) console.log(note)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
