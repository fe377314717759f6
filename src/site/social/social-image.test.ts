import { createHash } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import type { IconRecipe, SocialRecipe } from '../images/recipe'
import { makeLetterIcon } from './icon'
import { Masks } from './lettering'
import { makeSocialImage } from './social-image'
import { socialFile, socialLook, socialRecipe } from './social-recipe'

const recipe: SocialRecipe = {
  kind: 'social',
  title: 'Write-ahead logs, explained with a notebook',
  site: 'The Plain Engineer',
  byline: 'Ada Ångström · 24 November 2026',
  background: '#fbf8f2',
  text: '#1d1b18',
  muted: '#6b645a',
  accent: '#b3391f',
  font: 'serif',
}
const draw = (changed: Partial<SocialRecipe> = {}) => makeSocialImage({ ...recipe, ...changed }, new Masks())

/** How many points between two heights are not of the background's colour. */
async function inked(image: Buffer, from: number, to: number): Promise<number> {
  const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let count = 0
  for (let at = from * info.width * 3; at < to * info.width * 3; at += 3) {
    if (data[at] !== 0xfb || data[at + 1] !== 0xf8 || data[at + 2] !== 0xf2) count++
  }
  return count
}
const titleIn = (image: Buffer) => inked(image, 140, 510)

describe('the image for a post', () => {
  it('is a PNG of 1200 by 630 points with site, title and byline', async () => {
    const image = draw()
    expect(await sharp(image).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(await inked(image, 80, 130)).toBeGreaterThan(500)
    expect(await titleIn(image)).toBeGreaterThan(20_000)
    expect(await inked(image, 530, 590)).toBeGreaterThan(500)
    expect(await inked(image, 600, 630)).toBe(0)
  })

  it('is the same on every machine', () => {
    const hash = createHash('sha256').update(draw()).digest('hex')
    expect(draw().equals(makeSocialImage(recipe))).toBe(true)
    expect(hash).toMatchInlineSnapshot(`"25dd589d606ae21be361f24fe58ed7eb1b08dc1588a478c88c9901ed0c0c56ac"`)
  })

  it.each([
    ['Latin', 'Größe, façade, Łódź, Tiếng Việt'],
    ['Greek', 'Ελληνικά και μαθηματικά'],
    ['Cyrillic', 'Привет, мир'],
    ['taken apart', 'Gro\u0308ße'],
  ])('writes %s letters', async (_, title) => {
    expect(await titleIn(draw({ title }))).toBeGreaterThan(3000)
    expect(draw({ title }).equals(draw({ title: 'データベース' }))).toBe(false)
  })

  it('shows a pattern where a title has letters that it can’t write', () => {
    const pattern = draw({ title: 'データベースの内部' })
    for (const title of ['', '🎉', 'قواعد البيانات', 'ฐานข้อมูล'])
      expect(draw({ title }).equals(pattern)).toBe(true)
  })

  it('leaves out the few letters that it lacks', () => {
    expect(draw({ title: 'Zig ⚡ and 日本' }).equals(draw({ title: 'Zig  and ' }))).toBe(true)
  })

  it.each([1, 3, 8, 20, 200])('keeps a title of %i words within its place', async (words) => {
    const title = Array(words).fill('concurrency').join(' ')
    const image = draw({ title })
    for (const [from, to] of [
      [126, 150],
      [500, 513],
      [519, 534],
    ] as const)
      expect(await inked(image, from, to)).toBe(0)
    const { data, info } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    let outside = 0
    for (let row = 20; row < 630; row++) {
      for (let column = 0; column < 70; column++) {
        for (const at of [column, 1199 - column]) if (data[(row * info.width + at) * 3] !== 0xfb) outside++
      }
    }
    expect(outside).toBe(0)
  })

  it('never fails, whatever it is to say', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    )
    fc.assert(
      fc.property(words, words, words, fc.constantFrom('serif', 'sans'), (title, site, byline, font) => {
        expect(makeSocialImage({ ...recipe, title, site, byline, font }).length).toBeGreaterThan(1000)
      }),
      { numRuns: randomCases(40) },
    )
    expect(draw({ title: 'a'.repeat(100_000) }).length).toBeGreaterThan(1000)
    expect(draw({ title: 'a '.repeat(20_000) }).length).toBeGreaterThan(1000)
  })
})

describe('the recipe of the image for a post', () => {
  const css =
    ':root{--accent:var(--light,#97271B) var(--dark,#f2937c);}\n:root { --paper: #fff; --ink:#112233; }\n@media screen { :root { --paper: #000; --accent: #000 } }'
  const site = { title: 'A site', author: 'Ada' }
  const post = { title: 'A post', date: '24 November 2026' }

  it('has the colours of the theme by day', () => {
    expect(socialLook(css, 'sans')).toEqual({
      background: '#ffffff',
      text: '#112233',
      muted: '#625c52',
      accent: '#97271b',
      font: 'sans',
    })
    expect(socialLook('', undefined).font).toBe('serif')
  })

  it('names its file by all that it shows', () => {
    const look = socialLook(css, 'serif')
    const file = socialFile(socialRecipe(look, site, post))
    expect(file).toMatch(/^social\/[0-9a-f]{16}\.png$/)
    expect(socialFile(socialRecipe(look, site, { ...post }))).toBe(file)
    const others = [
      socialRecipe(look, site, { ...post, title: 'Another' }),
      socialRecipe(look, { ...site, title: 'Another' }, post),
      socialRecipe({ ...look, accent: '#000000' }, site, post),
    ].map(socialFile)
    expect(new Set([file, ...others]).size).toBe(4)
    expect(socialRecipe(look, { ...site, author: '' }, post).byline).toBe(post.date)
  })
})

describe('the icon of a site without a logo', () => {
  const icon: IconRecipe = {
    kind: 'icon',
    size: 180,
    hash: '',
    letter: 'T',
    background: '#97271b',
    text: '#ffffff',
  }

  it.each([180, 192, 512])('of %i points has its letter in the middle', async (size) => {
    const { data, info } = await sharp(makeLetterIcon({ ...icon, size }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([size, size])
    let [left, right, top, bottom] = [size, 0, size, 0]
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        if ((data[(y * size + x) * 3 + 1] ?? 0) < 0x80) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    expect(Math.abs(left - (size - 1 - right))).toBeLessThanOrEqual(2)
    expect(Math.abs(top - (size - 1 - bottom))).toBeLessThanOrEqual(2)
    expect(bottom - top).toBeGreaterThan(size / 4)
  })

  it('has a dot for a letter that can’t be written', () => {
    const dot = makeLetterIcon({ ...icon, letter: '日' })
    expect(dot.equals(makeLetterIcon({ ...icon, letter: '' }))).toBe(true)
    expect(dot.equals(makeLetterIcon({ ...icon, letter: ' ' }))).toBe(false)
  })
})
