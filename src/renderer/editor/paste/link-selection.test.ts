import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorSelection, EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { linkSelection } from './link-selection'

/** The text after an address was pasted onto what stands between `«` and `»`; undefined when it isn't made a link. */
function paste(marked: string, address: string): string | undefined {
  const ranges = [...marked.matchAll(/«[^»]*»/g)].map((match, index) => {
    const from = match.index - 2 * index
    return EditorSelection.range(from, from + match[0].length - 2)
  })
  const state = EditorState.create({
    doc: marked.replace(/[«»]/g, ''),
    selection: EditorSelection.create(ranges),
    extensions: [EditorState.allowMultipleSelections.of(true), markdown({ base: markdownLanguage })],
  })
  ensureSyntaxTree(state, state.doc.length, 1000)
  const spec = linkSelection(state, address)
  return spec && state.update(spec).state.doc.toString()
}

describe('an address that is pasted onto words', () => {
  it.each([
    ['see «the *book*».', ' https://a.example/x_(y) \n', 'see [the *book*](https://a.example/x_%28y%29).'],
    ['«a» and «b»', 'https://a.example', '[a](https://a.example) and [b](https://a.example)'],
    ['«me»', 'mailto:me@a.example', '[me](mailto:me@a.example)'],
    ['«![x](media/a.png)»', 'https://a.example', '[![x](media/a.png)](https://a.example)'],
  ])('%s', (marked, address, result) => expect(paste(marked, address)).toBe(result))

  it.each([
    ['«https://old.example»', 'https://a.example'],
    ['[x](«old»)', 'https://a.example'],
    ['`some «code»`', 'https://a.example'],
    ['a [«b](c) d»', 'https://a.example'],
    ['«words»', 'not an address'],
    ['«two»', 'https://a.example https://b.example'],
    ['«two\nlines»', 'https://a.example'],
    ['«»none', 'https://a.example'],
  ])('%s is replaced', (marked, address) => expect(paste(marked, address)).toBeUndefined())
})
