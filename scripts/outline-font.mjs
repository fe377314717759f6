/**
 * Writes the outlines of a font as the social images need them (src/site/social/fonts), so that no font has to be
 * read when a site is exported:
 *
 *     node scripts/outline-font.mjs Literata_600SemiBold.ttf > src/site/social/fonts/literata.json
 *
 * Literata and Inter come from Google Fonts under the SIL Open Font License (resources/licenses).
 */
import { readFileSync } from 'node:fs'
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Say which font: a TTF file.')
const face = new Face(new Blob(readFileSync(file)))
const font = new Font(face)
const unitsPerEm = face.upem

/** Latin, Greek, Cyrillic, Vietnamese, punctuation, currencies, arrows, a little mathematics. */
const ranges = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x2b9, 0x2dd], [0x370, 0x3ff], [0x400, 0x4ff], [0x1e00, 0x1eff], [0x2010, 0x2044],
  [0x20a0, 0x20bf], [0x2116, 0x2122], [0x2190, 0x2199], [0x2200, 0x2265],
] // biome-ignore format: a table
/** Pairs of these move closer or apart. */
const kerned = [...letters([0x21, 0x7e], [0xc0, 0xff], [0x2013, 0x2014], [0x2018, 0x201d])]

const glyphs = {}
for (const letter of letters(...ranges)) {
  const [glyph, ...others] = layOut(letter)
  if (glyph && glyph.id !== 0 && others.length === 0)
    glyphs[letter] = [glyph.advance, font.glyphToPath(glyph.id)]
}
const kerning = {}
for (const left of kerned) {
  for (const right of kerned) {
    const [first, second] = layOut(left + right)
    const value = first && second && first.advance - (glyphs[left]?.[0] ?? 0)
    if (Math.abs(value ?? 0) >= unitsPerEm / 200) kerning[left + right] = value
  }
}
process.stdout.write(`${JSON.stringify({ unitsPerEm, glyphs, kerning })}\n`)

function* letters(...spans) {
  for (const [from, to] of spans) for (let code = from; code <= to; code++) yield String.fromCodePoint(code)
}

function layOut(text) {
  const buffer = new Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  shape(font, buffer)
  const positions = buffer.getGlyphPositions()
  return buffer
    .getGlyphInfos()
    .map(({ codepoint }, at) => ({ id: codepoint, advance: positions[at]?.xAdvance ?? 0 }))
}
