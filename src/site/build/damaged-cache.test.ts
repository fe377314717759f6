import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { exportSite } from '../export-site'
import { sampleLibrary, samplePost, snapshotOf } from '../sample-library'
import { contentsOf, temporaryFolder } from '../temporary-folder'
import { seal, unseal } from './seal'
import { createWarmState } from './warm-state'

const code = (n: number) =>
  `\`\`\`ts\nconst answer = ${n}\n\`\`\`\n\n[next](post-${(n % 5) + 1}.md#one)\n\n## One`
const library = sampleLibrary(
  Array.from({ length: 5 }, (_, n) => samplePost(n + 1, { body: code(n + 1) })),
  { search: false, socialImages: false },
)

function run(out: string, cacheFolder?: string, theme = 'broadsheet') {
  const folder = temporaryFolder()
  const warm = cacheFolder === undefined ? undefined : createWarmState(cacheFolder)
  const themeFolder = resolve(`resources/themes/${theme}`)
  return exportSite(snapshotOf(library, folder), { out, libraryPath: folder, themeFolder, warm })
}

describe('an export with a cache that was damaged', () => {
  it('is the same as one without, whatever bytes of it are other ones', async () => {
    const whole = join(temporaryFolder(), 'site')
    await run(whole, undefined, 'column')
    const cacheFolder = temporaryFolder()
    await run(join(temporaryFolder(), 'site'), cacheFolder)
    const files = ['site.sqlite', 'highlights.sqlite'].map((name) => join(cacheFolder, name))
    const kept = files.map((file) => readFileSync(file))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 20,
        }),
        async (which, changes) => {
          for (const [index, bytes] of kept.entries()) writeFileSync(files[index]!, bytes)
          const damaged = Buffer.from(kept[which]!)
          for (const [at, byte] of changes) damaged[Math.floor(at * damaged.length)] = byte
          writeFileSync(files[which]!, damaged)
          const out = join(temporaryFolder(), 'site')
          await run(out, cacheFolder, 'column')
          expect(contentsOf(out)).toEqual(contentsOf(whole))
        },
      ),
      { numRuns: randomCases(25) },
    )
  }, 60_000)
})

it('a sealed text is given back only as it was written, for what it was written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (key, text, at) => {
      const sealed = seal(key, text)
      expect(unseal(key, sealed)).toBe(text)
      expect(() => unseal(`${key}.`, sealed)).toThrow('damaged')
      const place = at % sealed.length
      const changed = `${sealed.slice(0, place)}${sealed[place] === 'x' ? 'y' : 'x'}${sealed.slice(place + 1)}`
      expect(() => unseal(key, changed)).toThrow('damaged')
    }),
  )
})
