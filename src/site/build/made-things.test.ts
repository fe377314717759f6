import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { assetFileIn } from '../../library'
import { type Recipe, recipeKey } from '../images/recipe'
import { temporaryFolder } from '../temporary-folder'
import { Warnings } from '../warnings'
import { makeThings } from './made-things'

let library: string
let hash: string
let original: Buffer
beforeEach(async () => {
  library = temporaryFolder()
  original = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  hash = keep(original)
})

function keep(bytes: Buffer): string {
  const name = createHash('sha256').update(bytes).digest('hex')
  mkdirSync(join(assetFileIn(library, { hash: name }), '..'), { recursive: true })
  writeFileSync(assetFileIn(library, { hash: name }), bytes)
  return name
}

function sink(standing: readonly string[] = [], stop = new AbortController()) {
  const taken = new Map<string, { content: Buffer; fingerprint?: string; hash?: string }>()
  return {
    taken,
    stop,
    expected: 0,
    signal: stop.signal,
    keepAll: ([file = '']: readonly string[]) => standing.includes(file),
    looksAgain: false,
    lookAgain() {
      this.looksAgain = true
    },
    expectThings(count: number) {
      this.expected = count
    },
    async take(file: { file: string; content?: unknown }, made: { fingerprint?: string; hash?: string }) {
      taken.set(file.file, { content: file.content as Buffer, ...made })
    },
  }
}
const webp = (width: number, of = hash): [string, Recipe] => [
  `media/a-${width}.webp`,
  { kind: 'picture', hash: of, width, format: 'webp' },
]

describe('pictures of the site', () => {
  it('are made, but for those that stand there, and remembered', async () => {
    const warnings = new Warnings()
    const to = sink(['media/a-300.webp'])
    const folder = join(library, 'made')
    await makeThings(new Map([webp(300), webp(400), webp(500)]), library, folder, warnings, to)
    expect([...to.taken.keys()].sort()).toEqual(['media/a-400.webp', 'media/a-500.webp'])
    expect(to.expected).toBe(2)
    const { content, ...made } = to.taken.get('media/a-400.webp')!
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 400 })
    expect(made).toEqual({
      fingerprint: recipeKey(webp(400)[1]),
      hash: createHash('sha256').update(content).digest('hex'),
    })
    expect(readdirSync(folder)).toHaveLength(2)
    expect(warnings.list()).toEqual([])
  })

  it('that can’t be made are the original, said and tried anew each time', async () => {
    const warnings = new Warnings()
    const to = sink()
    const open = async () => () => {
      throw new Error('damaged')
    }
    await makeThings(new Map([webp(400)]), library, undefined, warnings, to, open)
    expect(to.taken.get('media/a-400.webp')).toEqual({
      content: expect.any(Buffer),
      hash: expect.any(String),
    })
    expect(warnings.list()).toEqual(['media/a-400.webp could not be made; the original stands in its place.'])
  })

  it('are all the original where pictures can’t be converted, which is said once', async () => {
    const warnings = new Warnings()
    const to = sink()
    await makeThings(new Map([webp(400), webp(500)]), library, undefined, warnings, to, async () => undefined)
    for (const { content } of to.taken.values()) expect(content.equals(original)).toBe(true)
    expect(warnings.list()).toEqual([expect.stringContaining('can’t be converted on this machine')])
  })

  it('stop when one can’t be had at all, and nothing comes after that', async () => {
    const to = sink()
    const files = [webp(300, 'f'.repeat(64)), ...Array.from({ length: 30 }, (_, at) => webp(400 + at))]
    await expect(makeThings(new Map(files), library, undefined, new Warnings(), to)).rejects.toThrow('ENOENT')
    const then = to.taken.size
    await new Promise((done) => setTimeout(done, 100))
    expect(to.taken.size).toBe(then)
    expect(then).toBeLessThan(10)
  })

  it('stop within 200 ms when they are cancelled', async () => {
    const to = sink()
    const files = Array.from({ length: 60 }, (_, at): [string, Recipe] => [
      `media/a-${at}.avif`,
      { kind: 'picture', hash, width: 800 + at, format: 'avif' },
    ])
    const making = makeThings(new Map(files), library, undefined, new Warnings(), to)
    await new Promise((done) => setTimeout(done, 300))
    const asked = performance.now()
    to.stop.abort()
    await expect(making).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - asked).toBeLessThan(200)
  })
})
