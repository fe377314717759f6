import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { findMarks, type Stand } from './find-marks'
import { mathSyntax } from './math-syntax'

/** What is read in a text in which `|` is the cursor (it stands at the end where there is none). */
function read(text: string): string {
  const at = text.indexOf('|')
  const doc = text.replace('|', '')
  const state = EditorState.create({
    doc,
    selection: { anchor: at === -1 ? doc.length : at },
    extensions: [
      EditorState.lineSeparator.of('\n'),
      markdown({ base: markdownLanguage, extensions: [mathSyntax] }),
    ],
  })
  ensureSyntaxTree(state, doc.length, 1000)
  let shown = ''
  let place = 0
  for (const { from, to, stand } of findMarks(state, 0, doc.length).sort((a, b) => a.from - b.from)) {
    expect(from).toBeGreaterThanOrEqual(place)
    expect(state.doc.lineAt(from).to).toBeGreaterThanOrEqual(to)
    shown += doc.slice(place, from) + say(stand)
    place = to
  }
  return shown + doc.slice(place)
}

function say(stand: Stand): string {
  switch (stand.kind) {
    case 'blank':
      return ' '
    case 'nothing':
    case 'collapsed':
      return ''
    case 'bullet':
      return '•'
    case 'rule':
      return '———'
    case 'box':
      return stand.isChecked ? '☑' : '☐'
    case 'note':
      return `^${stand.name}`
    case 'image':
      return `{${stand.src} ${stand.alt}}`
    case 'formula':
      return `⟨${stand.tex}⟩`
  }
}

describe('away from the cursor', () => {
  it.each([
    ['## A *b*\n\n', 'A b\n\n'],
    ['# A #\n\n', 'A\n\n'],
    ['A\n===\n\n', 'A\n===\n\n'],
    ['**b** *i* ~~s~~ `c` \\*\n\n', 'b i s c *\n\n'],
    ['[words](https://a.test "t") <https://b.test>\n\n', 'words https://b.test\n\n'],
    ['[a][b] [c] [](d)\n\n[b]: e\n\n', 'a [c] [](d)\n\n[b]: e\n\n'],
    ['[**a**](b)\n\n', 'a\n\n'],
    ['|\n\n[[a]] [[b#c|words]] [[d]', '\n\na words [[d]'],
    ['a[^1]\n\n[^1]: b\n\n', 'a^1\n\n[^1]: b\n\n'],
    ['![alt](media/a-1.png) b\n\n', '{media/a-1.png alt} b\n\n'],
    ['[![alt](a.png)](b)\n\n', '{a.png alt}\n\n'],
    ['[a](b\n"t")\n\n', 'a\n\n\n'],
    ['- a\n- [x] b\n- [ ] c\n1. d\n\n', '• a\n  ☑ b\n  ☐ c\n1. d\n\n'],
    ['> a\n> > b\n\n', '  a\n    b\n\n'],
    ['a\n\n---\n\n', 'a\n\n———\n\n'],
    ['```js\na\n```\n\n', 'js\na\n\n\n'],
    ['a $x_1$ b\n\n', 'a ⟨x_1⟩ b\n\n'],
    ['$$\nx\n+ y\n$$\n\n', '⟨x\n+ y⟩\n\n\n\n\n'],
    ['> $$\n> x\n> $$\n\n', '  ⟨x⟩\n\n\n\n'],
  ])('%j reads %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('at the cursor', () => {
  it.each([
    ['## A| *b*\n*c*', '## A b\nc'],
    ['**b|** *i*', '**b** i'],
    ['*i*| b', '*i* b'],
    ['[wor|ds](a) [b](c)', '[words](a) b'],
    ['![a|lt](b)', '![alt](b)'],
    ['- a|\n- b', '- a\n• b'],
    ['> a|\n> b', '> a\n  b'],
    ['a $x|$', 'a $x$'],
    ['$$\nx|\n$$', '$$\nx\n$$'],
    ['**a *b|* c**', '**a *b* c**'],
  ])('%j reads %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})
