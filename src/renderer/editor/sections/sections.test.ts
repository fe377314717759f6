import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { foldedRanges } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { run } from '../format/run-command'
import { findSections } from './find-sections'
import { foldAll, foldingSections, toggleFold } from './fold-sections'
import { moveSection } from './move-section'

const stateOf = (doc: string, head = 0) =>
  EditorState.create({
    doc,
    selection: { anchor: head },
    extensions: [markdown({ base: markdownLanguage }), foldingSections()],
  })

describe('moving a section', () => {
  it.each([
    [-1, '## A\n\na\n\n## B|\n\nb\n', '## B|\n\nb\n\n## A\n\na\n'],
    [-1, '## A\n\na\n\n## B\n\nb|', '## B\n\nb|\n\n## A\n\na'],
    [1, '## A\n\n### X\n\nx|\n\n### Y\n\n## B\n', '## A\n\n### Y\n\n### X\n\nx|\n\n## B\n'],
    [1, 'Intro\n\n## A|\n\n### X\n\n## B\n\nb\n', 'Intro\n\n## B\n\nb\n\n## A|\n\n### X\n'],
    [-1, '## A\n\n### X|\n\n## B\n', '## A\n\n### X|\n\n## B\n'],
    [1, '# T\n\n## A|\n\n# U\n', '# T\n\n## A|\n\n# U\n'],
    [1, '## A|\n\n```\n## no\n```\n\n## B\n', '## B\n\n## A|\n\n```\n## no\n```\n'],
    [-1, 'Intro|\n\n## A\n', 'Intro|\n\n## A\n'],
  ] as const)('by %s: %j gives %j', (by, before, after) => expect(run(moveSection(by), before)).toBe(after))
})

it('a section reaches to the next heading of its level or above', () => {
  const doc = 'a\n\nTop\n===\n\n## A\n\n### B\n\n## C\n'
  expect(findSections(stateOf(doc)).map(({ level, from, to }) => [level, doc.slice(from, to)])).toEqual([
    [1, 'Top\n===\n\n## A\n\n### B\n\n## C\n'],
    [2, '## A\n\n### B\n\n'],
    [3, '### B\n\n'],
    [2, '## C\n'],
  ])
})

describe('folding', () => {
  const folded = (state: EditorState) => {
    const found: string[] = []
    foldedRanges(state).between(0, state.doc.length, (from, to) => void found.push(state.sliceDoc(from, to)))
    return found
  }
  const doc = '## A\n\na\n\n### X\n\nx\n\n## B\n\nb\n'

  it('hides what is under the heading, and shows it again', () => {
    let state = stateOf(doc, 7)
    const dispatch = (transaction: { state: EditorState }) => (state = transaction.state)
    toggleFold({ state, dispatch })
    expect(folded(state)).toEqual(['\n\na\n\n### X\n\nx'])
    expect(state.selection.main.head).toBe(4)
    toggleFold({ state, dispatch })
    expect(folded(state)).toEqual([])
  })

  it('hides all of the highest level at once', () => {
    let state = stateOf(doc, doc.length)
    foldAll({ state, dispatch: (transaction) => (state = transaction.state) })
    expect(folded(state)).toEqual(['\n\na\n\n### X\n\nx', '\n\nb'])
  })
})
