import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { isStill, isStillFile } from './still-picture'

const red = () => sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
const moving = async () => {
  const blue = sharp({ create: { width: 20, height: 20, channels: 3, background: 'blue' } })
  const pictures = await Promise.all([red(), blue].map((it) => it.png().toBuffer()))
  return sharp(pictures, { join: { animated: true } })
}
const chunk = (type: string, size: number) => {
  const bytes = Buffer.alloc(12 + size)
  bytes.writeUInt32BE(size)
  bytes.write(type, 4)
  return bytes
}

it.each(['png', 'webp', 'avif', 'jpeg'] as const)(
  'a still %s is known by its first bytes',
  async (format) => {
    const bytes = await red().toFormat(format).toBuffer()
    expect(isStill(bytes, `image/${format}`)).toBe(true)
    expect(
      isStill(
        await red().keepIccProfile().withIccProfile('p3').toFormat(format).toBuffer(),
        `image/${format}`,
      ),
    ).toBe(true)
  },
)

it('one that moves is told from it', async () => {
  expect(isStill(await (await moving()).webp().toBuffer(), 'image/webp')).toBe(false)
  const png = await red().png().toBuffer()
  const at = png.indexOf('IDAT') - 4
  expect(isStill(Buffer.concat([png.subarray(0, at), chunk('acTL', 8), png.subarray(at)]), 'image/png')).toBe(
    false,
  )
  const avif = Buffer.from(await red().avif().toBuffer())
  avif.write('avis', 8)
  expect(isStill(avif, 'image/avif')).toBe(false)
})

it.each(['image/png', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml', 'image/heic'])(
  'nothing is known of a %s that is none',
  (type) => {
    for (const head of ['', 'R', 'no picture at all']) expect(isStill(Buffer.from(head), type)).toBe(false)
  },
)

it('a file need not be read whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-still-'))
  const file = join(folder, 'a.png')
  const png = await red().png().toBuffer()
  writeFileSync(file, Buffer.concat([png, Buffer.alloc(200_000)]))
  expect(isStillFile(file, 'image/png')).toBe(true)
  writeFileSync(file, Buffer.concat([png.subarray(0, 33), chunk('iCCP', 100_000), png.subarray(33)]))
  expect(isStillFile(file, 'image/png')).toBe(false)
  expect(isStillFile(join(folder, 'none'), 'image/jpeg')).toBe(true)
  rmSync(folder, { recursive: true })
})
