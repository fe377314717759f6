import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { photograph, secret } from '../metadata/sample-pictures'
import { MadeFiles } from './made-files'
import type { MakerSources } from './make'
import { type Recipe, recipeKey } from './recipe'
import { loadSharp } from './sharp'

let folder: string
let original: Buffer
let reads: number
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'longhand-made-')), 'cache', 'made')
  reads = 0
  original ??= await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c0392b' } })
    .jpeg()
    .toBuffer()
})
afterEach(() => rmSync(join(folder, '../..'), { recursive: true, force: true }))

const sources: MakerSources = {
  readAsset: () => {
    reads++
    return original
  },
  openPicture: loadSharp,
}
const webp = (width: number): Recipe => ({ kind: 'picture', hash: 'a'.repeat(64), width, format: 'webp' })
const open = (options = {}, changed: Partial<MakerSources> = {}) =>
  MadeFiles.open(folder, { ...sources, ...changed }, options)
const files = () => readdirSync(folder)

describe('files that are made', () => {
  it('are made once, and then known without being read', async () => {
    const first = await (await open()).bytes(webp(480))
    expect(first).toMatchObject({ size: first.content.length, isSubstitute: false })
    expect(reads).toBe(1)
    const again = await open()
    expect(again.known(webp(480))).toEqual({ hash: first.hash, size: first.size })
    expect(again.known(webp(800))).toBeUndefined()
    expect((await again.bytes(webp(480))).content.equals(first.content)).toBe(true)
    expect(reads).toBe(1)
    expect(files()).toEqual([`${recipeKey(webp(480))}-${first.hash}-${first.size}`])
    expect(readFileSync(join(folder, files()[0]!)).equals(first.content)).toBe(true)
  })

  it('are made once though they are asked for twice at a time', async () => {
    const made = await open()
    const [one, two] = await Promise.all([made.bytes(webp(480)), made.bytes(webp(480))])
    expect(one).toBe(two)
    expect(reads).toBe(1)
  })

  it.each([
    ['cut off', (file: Buffer) => file.subarray(0, 10)],
    ['overwritten', (file: Buffer) => Buffer.alloc(file.length, 7)],
  ])('are made anew when the remembered one was %s', async (_, damage) => {
    const { content } = await (await open()).bytes(webp(480))
    const path = join(folder, files()[0]!)
    writeFileSync(path, damage(content))
    const again = await open()
    expect((await again.bytes(webp(480))).content.equals(content)).toBe(true)
    expect(readFileSync(path).equals(content)).toBe(true)
    expect(reads).toBe(2)
  })

  it('are made anew when the remembered one has gone', async () => {
    const made = await open()
    const { hash } = await made.bytes(webp(480))
    rmSync(folder, { recursive: true })
    expect(await made.bytes(webp(480))).toMatchObject({ hash })
  })

  it('are made though they can’t be remembered', async () => {
    const nowhere = await MadeFiles.open(undefined, sources)
    const { hash } = await nowhere.bytes(webp(480))
    writeFileSync(join(folder, '../..', 'file'), '')
    const refused = await MadeFiles.open(join(folder, '../..', 'file', 'made'), sources)
    expect(await refused.bytes(webp(480))).toMatchObject({ hash, isSubstitute: false })
    expect(nowhere.known(webp(480))).toBeUndefined()
  })

  it('are the original, without what it tells, when it can’t be read as a picture', async () => {
    const photo = photograph()
    const made = await open({}, { readAsset: () => photo, openPicture: async () => undefined })
    const { content, isSubstitute } = await made.bytes(webp(480))
    expect(isSubstitute).toBe(true)
    expect(content.subarray(0, 2)).toEqual(photo.subarray(0, 2))
    expect(content.includes(secret)).toBe(false)
    expect(files()).toEqual([])
    const nothing = await open({}, { readAsset: () => Buffer.from([0xff, 0xd8, 0xff]) })
    await expect(nothing.bytes(webp(480))).rejects.toThrow()
  })

  it('are two at a time', async () => {
    let running = 0
    let most = 0
    const made = await open(
      {},
      {
        readAsset: async () => {
          most = Math.max(most, ++running)
          await new Promise((done) => setTimeout(done, 5))
          running--
          return original
        },
      },
    )
    await Promise.all([200, 240, 280, 320, 360].map((width) => made.bytes(webp(width))))
    expect(most).toBe(2)
  })

  it('stop at once when they are cancelled, and what waits is never begun', async () => {
    const stop = new AbortController()
    let finish: () => void = () => undefined
    const slow = new Promise<void>((done) => {
      finish = done
    })
    const readAsset = async () => {
      reads++
      await slow
      return original
    }
    const made = await open({ atOnce: 1 }, { readAsset })
    const running = made.bytes(webp(480), stop.signal)
    const waiting = made.bytes(webp(800), stop.signal)
    const others = Promise.allSettled([running, waiting])
    stop.abort(new Error('cancelled'))
    await expect(running).rejects.toThrow('cancelled')
    finish()
    for (const result of await others) expect(result.status).toBe('rejected')
    await expect(made.bytes(webp(900), stop.signal)).rejects.toThrow('cancelled')
    expect((await made.bytes(webp(480))).isSubstitute).toBe(false)
    expect(reads).toBe(1)
  })
})

describe('the memory of files that are made', () => {
  it('forgets what was used least recently, and nothing that is in use', async () => {
    const before = await open()
    for (const width of [200, 300, 400]) await before.bytes(webp(width))
    const old = (width: number, days: number) => {
      const path = join(folder, files().find((it) => it.startsWith(recipeKey(webp(width))))!)
      utimesSync(path, new Date(Date.now() - days * 86_400_000), new Date(Date.now() - days * 86_400_000))
      return path
    }
    const used = old(200, 30)
    old(300, 20)
    old(400, 10)
    const size = (width: number) => before.known(webp(width))!.size
    const now = Date.now()
    const made = await open({ maxBytes: size(200) + size(400) })
    made.known(webp(200))
    await made.tidy(now)
    expect(made.known(webp(300))).toBeUndefined()
    expect(made.known(webp(400))).toBeDefined()
    expect(files()).toHaveLength(2)
    expect(now - statSync(used).mtimeMs).toBeLessThan(2000)
  })

  it('is left alone while it is within bounds', async () => {
    const made = await open()
    await made.bytes(webp(200))
    await made.tidy(Date.now())
    expect(files()).toHaveLength(1)
  })

  it('removes what a process left that died while writing, once that is a day old', async () => {
    await open()
    const young = join(folder, `${'c'.repeat(64)}.1-ab`)
    const old = join(folder, `${'d'.repeat(64)}.2-ab`)
    for (const path of [young, old]) writeFileSync(path, 'half')
    utimesSync(old, 1, 1)
    await open()
    expect(files()).toEqual([`${'c'.repeat(64)}.1-ab`])
  })

  it('never removes a file of another name, however old: the folder may be a link to another', async () => {
    await open()
    for (const name of ['thesis.txt', `${'c'.repeat(64)}.jpg`]) {
      writeFileSync(join(folder, name), 'mine')
      utimesSync(join(folder, name), 1, 1)
    }
    await (await open({ maxBytes: 0 })).tidy(Date.now())
    expect(files()).toEqual([`${'c'.repeat(64)}.jpg`, 'thesis.txt'])
  })
})
