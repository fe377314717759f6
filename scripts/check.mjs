#!/usr/bin/env node
/**
 * `npm run check`: what one asks before each commit, in under a minute on two cores. Types and lint run beside the unit
 * tests, of which those marked `thorough` are left to `npm test` and random ones try a tenth of their cases
 * (docs/testing.md). Each part's output comes in one piece; the exit code is 1 when one of them failed.
 */
import { spawn } from 'node:child_process'

const unit = ['vitest', 'run', '--tags-filter=!thorough', '--reporter=dot']
const parts = [
  ['types and lint', ['npm', 'run', '--silent', 'types'], ['npm', 'run', '--silent', 'lint']],
  ['unit', ['npx', ...unit]],
]
const env = { LONGHAND_CASES: '0.1', NO_COLOR: '1', ...process.env }

/** Runs the commands one after the other; prints what they said, and resolves to whether all passed. */
async function runPart(name, commands) {
  const started = performance.now()
  const said = []
  let passed = true
  for (const [command, ...args] of commands) passed = (await run(command, args, said)) === 0 && passed
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`\n── ${name}: ${passed ? 'passed' : 'FAILED'} (${seconds} s)\n${Buffer.concat(said)}`)
  return passed
}

function run(command, args, said) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      shell: process.platform === 'win32',
    })
    child.stdout.on('data', (bytes) => said.push(bytes))
    child.stderr.on('data', (bytes) => said.push(bytes))
    child.on('error', (error) => said.push(Buffer.from(`${command}: ${error.message}\n`)))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

const passed = await Promise.all(parts.map(([name, ...commands]) => runPart(name, commands)))
process.exitCode = passed.every(Boolean) ? 0 : 1
