import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { fitIn } from './fit-in'

/** Puts `markdown` where `|` stands in the text. */
function put(text: string, markdown: string): string {
  const at = text.indexOf('|')
  const plain = text.replace('|', '')
  const doc = Text.of(plain.split('\n'))
  return plain.slice(0, at) + fitIn(doc, at, at, markdown) + plain.slice(at)
}

describe('Markdown that is put into a text', () => {
  it.each([
    ['a | b', 'word **x**', 'a word **x** b'],
    ['|', '# A\n\nb', '# A\n\nb'],
    ['a|', '# A', 'a\n\n# A'],
    ['a|b', '- x\n- y', 'a\n\n- x\n- y\n\nb'],
    ['a|b', 'x\n\ny', 'ax\n\ny\n\nb'],
    ['> a\n> |', 'x\n\ny', '> a\n> x\n>\n> y'],
    ['- |', 'x\n\n```\ny\n```', '- x\n\n  ```\n  y\n  ```'],
    ['  1. a |', 'b\nc', '  1. a b\n     c'],
    ['- [ ] |', 'x\n\ny', '- [ ] x\n\n  y'],
  ])('%s with %j', (text, markdown, result) => expect(put(text, markdown)).toBe(result))
})
