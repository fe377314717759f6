import { describe, expect, it } from 'vitest'
import { pictureVersion, recipeKey } from './recipe'
import { type PictureUse, variantsOf } from './variants'

const photo = {
  path: 'media/harbour-3f2a91bc04de.jpg',
  hash: `3f2a91bc04de${'0'.repeat(52)}`,
  type: 'image/jpeg',
  width: 3000,
  height: 2000,
  size: 900_000,
}
const of = (changed: Partial<typeof photo> = {}, use: PictureUse = 'content') =>
  variantsOf({ ...photo, ...changed }, use, { isStill: true, isWanted: true })
const widthsIn = (srcset: string) => srcset.split(', ').map((it) => Number(it.split(' ')[1]?.slice(0, -1)))

describe('the variants of a picture', () => {
  it('are named by the original, its hash and their width, better formats first', () => {
    const { src, srcset, sources, width, height, sizes, usesOriginal } = of()
    expect(sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp'])
    expect(sources[0]?.srcset).toBe(
      [480, 800, 1200, 1600, 2400]
        .map((it) => `/media/harbour-3f2a91bc04de-${it}-${pictureVersion}.avif ${it}w`)
        .join(', '),
    )
    expect(srcset).toBe(
      [800, 1600].map((it) => `/media/harbour-3f2a91bc04de-${it}-${pictureVersion}.jpg ${it}w`).join(', '),
    )
    expect(src).toBe(`/media/harbour-3f2a91bc04de-1600-${pictureVersion}.jpg`)
    expect({ width, height, usesOriginal }).toEqual({ width: 3000, height: 2000, usesOriginal: false })
    expect(sizes).toContain('100vw')
  })

  it('are never wider than the original, which old browsers get as it is', () => {
    const { src, srcset, sources, usesOriginal } = of({ width: 1000, height: 500 })
    expect(widthsIn(sources[0]?.srcset ?? '')).toEqual([480, 800, 1000])
    expect(widthsIn(srcset)).toEqual([800, 1000])
    expect(src).toBe('/media/harbour-3f2a91bc04de.jpg')
    expect(usesOriginal).toBe(true)
  })

  it.each([
    ['image/png', 'media/a-3f2a91bc04de.png', ['avif', 'webp'], 'png'],
    ['image/webp', 'media/a-3f2a91bc04de.webp', ['avif'], 'webp'],
    ['image/avif', 'media/a-3f2a91bc04de.avif', ['avif'], 'webp'],
  ])('of %s have its own format or one that all browsers know', (type, path, better, plain) => {
    const { sources, src } = of({ type, path })
    expect(sources.map((source) => source.type)).toEqual(better.map((it) => `image/${it}`))
    expect(src).toBe(`/media/a-3f2a91bc04de-1600-${pictureVersion}.${plain}`)
  })

  it('are made each once, and everything that is named is made or is the original', () => {
    for (const width of [220, 480, 520, 900, 1200, 1250, 2400, 5000]) {
      for (const type of ['image/jpeg', 'image/png', 'image/webp', 'image/avif']) {
        for (const use of ['content', 'cover', 'card'] as const) {
          const { src, srcset, sources, files, usesOriginal } = of({ width, height: width, type }, use)
          const named = [
            src,
            ...[srcset, ...sources.map((source) => source.srcset)].flatMap((it) => it.split(', ')),
          ]
            .map((it) => it.split(' ')[0] ?? '')
            .filter((it) => it !== '')
          const made = files.map(({ file }) => `/${file}`)
          expect(new Set(made).size).toBe(made.length)
          expect(new Set(named)).toEqual(new Set(usesOriginal ? [...made, `/${photo.path}`] : made))
          for (const { file, recipe } of files) {
            expect(recipe.width).toBeLessThanOrEqual(width)
            expect(file).toContain(`-${recipe.width}-${pictureVersion}.`)
          }
          expect(src).not.toMatch(/\.avif$/)
        }
      }
    }
  })

  it.each([
    ['an animation', { type: 'image/gif' }],
    ['a drawing', { type: 'image/svg+xml' }],
    ['a photograph that browsers can’t show', { type: 'image/heic' }],
    ['an icon', { width: 120, height: 120 }],
    ['a small file', { size: 2000 }],
    ['one as large as a wall', { width: 20_000, height: 20_000 }],
    ['one that is read whole and large', { type: 'image/webp', width: 8000, height: 6000 }],
    ['one as tall as a tower', { width: 400, height: 40_000 }],
  ])('of %s are itself alone', (_, changed) => {
    const asItIs = of(changed)
    expect(asItIs).toMatchObject({
      src: `/${photo.path}`,
      srcset: '',
      sources: [],
      files: [],
      usesOriginal: true,
    })
    expect(asItIs.width).toBe({ ...photo, ...changed }.width)
  })

  it.each([
    { isStill: false, isWanted: true },
    { isStill: true, isWanted: false },
  ])('are none when they are not wanted, or it moves: %o', (options) => {
    expect(variantsOf(photo, 'content', options)).toMatchObject({ src: `/${photo.path}`, files: [] })
  })
})

describe('the key of a recipe', () => {
  it('tells recipes apart, in whatever order they are written', () => {
    const { files } = of()
    expect(new Set(files.map(({ recipe }) => recipeKey(recipe))).size).toBe(files.length)
    const recipe = { kind: 'picture', hash: 'a', width: 480, format: 'avif' } as const
    const turned = { format: 'avif', width: 480, hash: 'a', kind: 'picture' } as const
    expect(recipeKey(recipe)).toBe(recipeKey(turned))
    expect(recipeKey(recipe)).toMatch(/^[0-9a-f]{64}$/)
  })
})
