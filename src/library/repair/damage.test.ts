/** @module-tag thorough */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeOriginals, runCase } from '../../../e2e/torture/damage'
import { seeded } from '../../../e2e/torture/random'
import { openLibrary, repairFolder } from '../index'

/** `npm run damage` does the same with a thousand cases. */
const cases = 12

it('a library that was damaged anywhere says so, and what is missing after a repair is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-damage-'))
  const house = { openLibrary, repairFolder }
  const seed = Date.now() % 1_000_000
  const originals = await makeOriginals(house, folder, seeded(seed))
  for (let number = 0; number < cases; number++) {
    const result = await runCase(house, originals, folder, seeded(seed + number))
    expect(result, `seed ${seed}, case ${number}`).not.toMatchObject({ outcome: 'wrong' })
  }
  rmSync(folder, { recursive: true, force: true })
}, 60_000)
