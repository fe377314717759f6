import { expect, it } from 'vitest'
import { splitMarks } from './split-marks'

/** Writes marks as [ and ], and marked parts in capitals. */
const show = (text: string) =>
  splitMarks(text.replaceAll('[', '\u{e000}').replaceAll(']', '\u{e001}'))
    .map((part) => (part.isMarked ? part.text.toUpperCase() : part.text))
    .join('|')

it.each([
  ['plain', 'plain'],
  ['a [word] and [more]', 'a |WORD| and |MORE'],
  ['[start] of it', 'START| of it'],
  ['cut [off', 'cut |off'],
  ['stray ] end', 'stray  end'],
  ['', ''],
])('%s is taken apart as %s', (text, expected) => {
  expect(show(text)).toBe(expected)
})
