/**
 * `npm run damage [-- --cases N] [--seed S] [--case N]`: damages copies of a library in random ways and judges what
 * becomes of each. Prints a table; the exit code is 0 when no text was shown as good that was not.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bundleSources } from './bundle.ts'
import { type Case, makeOriginals, runCase, tableOf } from './damage.ts'
import { quickFolder } from './places.ts'
import { mixSeeds, seeded } from './random.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
})
const count = Number(values.cases ?? 1000)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (![count, seed, Number(values.case ?? 0)].every(Number.isInteger)) {
  console.error('Usage: npm run damage -- [--cases N] [--seed S] [--case N]')
  process.exit(2)
}

console.log(`seed ${seed}`)
const bundle = await bundleSources()
const folder = quickFolder()
const started = performance.now()
const originals = await makeOriginals(bundle.library, folder, seeded(seed))
const numbers =
  values.case === undefined ? Array.from({ length: count }, (_, index) => index) : [Number(values.case)]
const cases: Case[] = []
for (const number of numbers) {
  const result = await runCase(bundle.library, originals, folder, seeded(mixSeeds(seed, number)))
  cases.push(result)
  if (result.outcome === 'wrong')
    console.error(`\ncase ${number} (${result.state}, ${result.file}, ${result.damage}):\n${result.reason}`)
  if (process.stdout.isTTY) process.stdout.write(`\r${cases.length} cases`)
}
if (process.stdout.isTTY) process.stdout.write('\r')
console.log(tableOf(cases))
const wrong = cases.filter(({ outcome }) => outcome === 'wrong').length
console.log(
  `damage, cases ${cases.length}, wrong ${wrong}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
rmSync(folder, { recursive: true, force: true })
bundle.remove()
process.exitCode = wrong === 0 ? 0 : 1
