import fc from 'fast-check'
import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { assemble } from './pieces'
import * as samples from './sample-pictures'
import { stripMetadata } from './strip-metadata'

const { plain, secret } = samples

function strip(bytes: Uint8Array, type = ''): Buffer {
  const stripped = stripMetadata(bytes, type)
  if (stripped.kind === 'stripped') return assemble(bytes, stripped.pieces)
  expect(stripped.kind).toBe('clean')
  return Buffer.from(bytes)
}

describe('a picture without anything beside it', () => {
  it.each(Object.entries(plain))('of the kind %s is clean', (_, bytes) => {
    expect(stripMetadata(bytes, '')).toEqual({ kind: 'clean' })
  })
})

describe('what a picture tells of its origin is taken out, and the picture stays as it is', () => {
  it.each([
    ['a photograph', samples.photograph(1), plain.jpeg],
    ['a screenshot', samples.screenshot(), undefined],
    ['a WebP', samples.webPicture(), plain.webp],
    ['an animation', samples.animation(), undefined],
  ])('of %s', (_, bytes, expected) => {
    expect(bytes.includes(secret)).toBe(true)
    const out = strip(bytes)
    expect(out.includes(secret)).toBe(false)
    if (expected) expect(out.equals(expected)).toBe(true)
    expect(imageSize(out)).toMatchObject({ width: expect.any(Number) })
    expect(stripMetadata(out, '')).toEqual({ kind: 'clean' })
  })

  it('of a screenshot: its points and their density are there, the time is not', () => {
    const out = strip(samples.screenshot())
    expect(out.subarray(out.indexOf('IDAT'))).toEqual(plain.png.subarray(plain.png.indexOf('IDAT')))
    expect(out.includes('pHYs')).toBe(true)
    expect(out.includes('tIME')).toBe(false)
  })

  it('of an animation: how often it runs stays', () => {
    const out = strip(samples.animation())
    expect(out.includes('NETSCAPE2.0')).toBe(true)
    expect(out.subarray(-20)).toEqual(plain.gif.subarray(-20))
  })

  it('of an AVIF: nothing moves', () => {
    const picture = Buffer.from('the points of the picture')
    const bytes = samples.avif(picture)
    const out = strip(bytes, 'image/avif')
    expect(out.includes(secret)).toBe(false)
    expect(out.length).toBe(bytes.length)
    expect(out.indexOf(picture)).toBe(bytes.indexOf(picture))
    expect(stripMetadata(out, 'image/avif')).toEqual({ kind: 'clean' })
  })

  it('of a film: the places and times are gone, and nothing moves', () => {
    const bytes = samples.film()
    const out = strip(bytes, 'video/mp4')
    expect(out.includes(secret)).toBe(false)
    expect(out.includes(Buffer.alloc(4, 0xe1))).toBe(false)
    expect(out.length).toBe(bytes.length)
    expect(out.subarray(-19)).toEqual(bytes.subarray(-19))
  })
})

describe('how a picture is to be turned', () => {
  it.each([
    ['a photograph', samples.photograph],
    ['a WebP', samples.webPicture],
    ['a screenshot', samples.screenshot],
  ])('stays in %s', (_, make) => {
    for (const orientation of [2, 3, 6, 8]) {
      const out = strip(make(orientation))
      expect(out.includes(secret)).toBe(false)
      const block = out.indexOf('MM\0*')
      expect(out.readUInt16BE(block + 18)).toBe(orientation)
      expect(stripMetadata(out, '')).toEqual({ kind: 'clean' })
    }
    expect(strip(make(1)).includes('MM\0*')).toBe(false)
  })

  it('is what other readers read', () => {
    expect(imageSize(strip(samples.photograph(6)))).toMatchObject({ orientation: 6 })
  })
})

describe('a file in which something may be left', () => {
  it.each([
    ['a TIFF', Buffer.from('II*\0'), 'image/tiff'],
    ['a film with a track of places', samples.film('meta'), 'video/mp4'],
    ['a film that was cut short', samples.film().subarray(0, -3), 'video/mp4'],
    ['a film of another kind', Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), 'video/webm'],
  ])('is named: %s', (_, bytes, type) => {
    expect(stripMetadata(bytes, type)).toEqual({ kind: 'unknown' })
  })

  it.each([
    ['a JPEG', samples.photograph().subarray(0, 90)],
    ['a PNG', samples.screenshot().subarray(0, 90)],
    ['a WebP', samples.webPicture().subarray(0, 40)],
    ['a GIF', samples.animation().subarray(0, 22)],
  ])('and that holds no picture is unreadable: %s', (_, bytes) => {
    expect(stripMetadata(bytes, '')).toEqual({ kind: 'unreadable' })
  })

  it.each([
    ['a drawing', '<svg/>', 'image/svg+xml'],
    ['a document', '%PDF-1.4', 'application/pdf'],
    ['words', 'words', 'text/plain'],
  ])('is not %s', (_, text, type) => {
    expect(stripMetadata(Buffer.from(text), type)).toEqual({ kind: 'clean' })
  })
})

describe('any bytes', () => {
  const whole = [
    ...Object.values(plain),
    samples.photograph(),
    samples.screenshot(6),
    samples.webPicture(6),
    samples.animation(),
    samples.avif(Buffer.from('points')),
    samples.film(),
  ]
  const damaged = fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
      fc.option(fc.nat()),
    )
    .map(([bytes, flips, cut]) => {
      const copy = Buffer.from(bytes)
      for (const [at, value] of flips) copy[at % copy.length] = value
      return cut === null ? copy : copy.subarray(0, cut % (copy.length + 1))
    })

  it('are taken without a throw, are never made larger, and have no more to lose the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })),
        fc.constantFrom('image/avif', ''),
        (bytes, type) => {
          const stripped = stripMetadata(bytes, type)
          if (stripped.kind !== 'stripped') return
          const out = assemble(bytes, stripped.pieces)
          expect(out.length).toBeLessThanOrEqual(bytes.length)
          expect(stripMetadata(out, type).kind).toBe('clean')
        },
      ),
      { numRuns: randomCases(20_000) },
    )
  })

  it('that are the scan of a photograph reach the site as they are, wherever it is cut', () => {
    const photograph = samples.photograph(1)
    const scan = photograph.indexOf(Buffer.from([0xff, 0xda]))
    const end = photograph.indexOf(Buffer.from([0xff, 0xd9]), scan) + 2
    fc.assert(
      fc.property(fc.integer({ min: scan + 14, max: end }), (cut) => {
        const out = strip(photograph.subarray(0, cut))
        expect(out.subarray(out.indexOf(Buffer.from([0xff, 0xda])))).toEqual(photograph.subarray(scan, cut))
      }),
    )
  })
})
