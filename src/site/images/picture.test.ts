import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { photograph, secret } from '../metadata/sample-pictures'
import { makePicture } from './picture'
import { type PictureRecipe, sharpVersion } from './recipe'
import { loadSharp, type OpenPicture } from './sharp'

let open: OpenPicture
beforeAll(async () => {
  const loaded = await loadSharp()
  if (loaded === undefined) throw new Error('sharp is needed for this test')
  open = loaded
})

/** A gradient with some structure, so that no encoder finds it empty. */
function sample(width: number, height: number) {
  const raw = Buffer.alloc(width * height * 3, 0).map((_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
    return at % 3 === 0 ? x % 256 : at % 3 === 1 ? y % 256 : (x * y) % 200
  })
  return sharp(raw, { raw: { width, height, channels: 3 } })
}
const recipe = (format: PictureRecipe['format'], width: number): PictureRecipe => ({
  kind: 'picture',
  hash: 'a'.repeat(64),
  format,
  width,
})

describe('a picture of another width and format', () => {
  it.each(['avif', 'webp', 'jpeg', 'png'] as const)('is made as %s', async (format) => {
    const original = await sample(900, 600).jpeg().toBuffer()
    const made = await makePicture(recipe(format, 480), original, open)
    const { width, height, format: found, space } = await sharp(made).metadata()
    expect({ width, height, space }).toEqual({ width: 480, height: 320, space: 'srgb' })
    expect(found).toBe(format === 'avif' ? 'heif' : format)
  })

  it('is never larger than the original', async () => {
    const made = await makePicture(recipe('webp', 900), await sample(300, 200).png().toBuffer(), open)
    expect(await sharp(made).metadata()).toMatchObject({ width: 300, height: 200 })
  })

  it('is turned as the camera was held, and tells nothing of it', async () => {
    const original = photograph(6)
    expect(original.includes(secret)).toBe(true)
    const made = Buffer.from(await makePicture(recipe('jpeg', 6), original, open))
    const { width, height, exif, xmp, iptc, icc, orientation } = await sharp(made).metadata()
    expect({ width, height }).toEqual({ width: 6, height: 8 })
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined))
    expect(made.includes(secret)).toBe(false)
  })

  it('keeps what shines through', async () => {
    const original = await sharp({
      create: { width: 400, height: 100, channels: 4, background: '#ff000080' },
    })
      .png()
      .toBuffer()
    for (const format of ['avif', 'webp', 'png'] as const)
      expect((await sharp(await makePicture(recipe(format, 200), original, open)).stats()).isOpaque).toBe(
        false,
      )
  })

  it('has the colours that the original means', async () => {
    const pure = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#00c000' } })
      .withIccProfile('p3')
      .png()
      .toBuffer()
    const made = await makePicture(recipe('png', 200), pure, open)
    const { data } = await sharp(made).raw().toBuffer({ resolveWithObject: true })
    for (const [at, value] of [0, 192, 0].entries()) expect(Math.abs((data[at] ?? 0) - value)).toBeLessThan(4)
  })

  it('has equal bytes however many threads sharp may use elsewhere', async () => {
    const original = await sample(900, 700).jpeg().toBuffer()
    for (const format of ['avif', 'webp', 'jpeg', 'png'] as const) {
      const once = await makePicture(recipe(format, 700), original, open)
      const atOnce = await Promise.all([1, 2, 3].map(() => makePicture(recipe(format, 700), original, open)))
      for (const made of atOnce) expect(Buffer.from(made).equals(once)).toBe(true)
    }
    expect(sharp.concurrency()).toBe(1)
  })

  it('shows of a damaged original what can be read', async () => {
    const original = (await sample(900, 600).jpeg().toBuffer()).subarray(0, 6000)
    expect(await sharp(await makePicture(recipe('webp', 480), original, open)).metadata()).toMatchObject({
      width: 480,
    })
  })

  it('is refused when there is nothing to read', async () => {
    await expect(makePicture(recipe('webp', 480), Buffer.from('no picture'), open)).rejects.toThrow()
  })

  it('is of the version of sharp that its key names', () => {
    expect(sharp.versions.sharp).toBe(sharpVersion)
  })
})
