import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../markdown'
import { insertTable } from './insert-table'
import { enterInTable, tableCommands } from './table-commands'

/** An editor with a text in which `‸` is the cursor, or two of them enclose the selection. */
function open(marked: string): EditorState {
  const [before = '', middle, after] = marked.split('‸')
  const doc = marked.replaceAll('‸', '')
  const anchor = before.length
  const head = after === undefined ? anchor : anchor + (middle ?? '').length
  return EditorState.create({
    doc,
    selection: EditorSelection.single(anchor, head),
    extensions: markdown({ base: markdownLanguage }),
  })
}

/** The text after a command, marked the same way; undefined when it did nothing. */
function run(command: StateCommand, marked: string): string | undefined {
  let state = open(marked)
  const done = command({ state, dispatch: (transaction) => (state = transaction.state) })
  return done ? show(state) : undefined
}

function show(state: EditorState): string {
  const { from, to, empty } = state.selection.main
  const doc = state.doc.toString()
  return empty
    ? `${doc.slice(0, from)}‸${doc.slice(from)}`
    : `${doc.slice(0, from)}‸${doc.slice(from, to)}‸${doc.slice(to)}`
}

const text = (...lines: string[]) => lines.join('\n')
const small = (cursor = '‸') => text(`| a${cursor} | b |`, '|---|---|', '| one | two |')

describe('moving through the cells', () => {
  it('Tab aligns the columns and selects what the next cell says', () => {
    expect(run(tableCommands.nextCell, small())).toBe(
      text('| a   | ‸b‸   |', '| --- | --- |', '| one | two |'),
    )
  })

  it('Tab in the last cell makes a row', () => {
    expect(run(tableCommands.nextCell, text('|a|b|', '|-|:-:|', '|1|2‸|'))).toBe(
      text('| a   |  b  |', '| --- | :-: |', '| 1   |  2  |', '| ‸    |     |'),
    )
  })

  it('Shift+Tab goes back, and nowhere from the first cell', () => {
    expect(run(tableCommands.previousCell, text('|a|b|', '|-|-|', '|‸1|2|'))).toBe(
      text('| a   | ‸b‸   |', '| --- | --- |', '| 1   | 2   |'),
    )
    expect(run(tableCommands.previousCell, small())).toBeUndefined()
  })

  it('Enter goes to the cell below, then makes a row, then leaves the table', () => {
    const first = run(enterInTable, small()) ?? ''
    expect(first).toBe(text('| a   | b   |', '| --- | --- |', '| ‸one‸ | two |'))
    const second = run(enterInTable, first) ?? ''
    expect(second).toBe(text('| a   | b   |', '| --- | --- |', '| one | two |', '| ‸    |     |'))
    expect(run(enterInTable, second)).toBe(text('| a   | b   |', '| --- | --- |', '| one | two |', '', '‸'))
  })

  it('Enter after a line of bars makes it the head of a table', () => {
    expect(run(enterInTable, text('Before.', '', '| Name | Size |‸'))).toBe(
      text('Before.', '', '| Name | Size |', '| ---- | ---- |', '| ‸     |      |'),
    )
    expect(run(enterInTable, text('```', '| Name | Size |‸', '```'))).toBeUndefined()
    expect(run(enterInTable, text('Prose before', '| Name | Size |‸'))).toBeUndefined()
  })

  it('does nothing outside of a table', () => {
    for (const command of [...Object.values(tableCommands), enterInTable])
      expect(run(command, 'No ‸table | here')).toBeUndefined()
  })
})

describe('rows and columns', () => {
  const table = text('| a | b |', '|---|--:|', '| 1 | 2 |', '| 3‸ | 4 |')
  it.each([
    [
      'addRowAbove',
      text('| a   |   b |', '| --- | --: |', '| 1   |   2 |', '| ‸    |     |', '| 3   |   4 |'),
    ],
    [
      'addRowBelow',
      text('| a   |   b |', '| --- | --: |', '| 1   |   2 |', '| 3   |   4 |', '| ‸    |     |'),
    ],
    ['removeRow', text('| a   |   b |', '| --- | --: |', '| ‸1   |   2 |')],
    ['moveRowUp', text('| a   |   b |', '| --- | --: |', '| 3‸   |   4 |', '| 1   |   2 |')],
    [
      'addColumnBefore',
      text('|     | a   |   b |', '| --- | --- | --: |', '|     | 1   |   2 |', '| ‸    | 3   |   4 |'),
    ],
    [
      'addColumnAfter',
      text('| a   |     |   b |', '| --- | --- | --: |', '| 1   |     |   2 |', '| 3   | ‸    |   4 |'),
    ],
    ['removeColumn', text('|   b |', '| --: |', '|   2 |', '|   ‸4 |')],
    ['moveColumnAfter', text('|   b | a   |', '| --: | --- |', '|   2 | 1   |', '|   4 | 3‸   |')],
    ['alignCenter', text('|  a  |   b |', '| :-: | --: |', '|  1  |   2 |', '|  3‸  |   4 |')],
  ] as const)('%s', (name, after) => {
    expect(run(tableCommands[name], table)).toBe(after)
  })

  it('the head is neither moved nor taken away, nor the last column', () => {
    expect(run(tableCommands.removeRow, small())).toBeUndefined()
    const one = text('| a   |', '| --- |', '| 1‸   |')
    for (const name of ['moveRowUp', 'moveRowDown'] as const) expect(run(tableCommands[name], one)).toBe(one)
    const head = text('| a‸   |', '| --- |', '| 1   |')
    expect(run(tableCommands.moveRowDown, head)).toBe(head)
    expect(run(tableCommands.removeColumn, text('| a |', '|---|', '| 1‸ |'))).toBeUndefined()
  })
})

describe('tables as they come', () => {
  it('letters of double width line up', () => {
    expect(run(tableCommands.align, text('|大学|b‸|', '|-|-|', '|🙂 ok|é|', '|abcdef|e\u0301|'))).toBe(
      text('| 大学   | b‸   |', '| ------ | --- |', '| 🙂 ok  | é   |', '| abcdef | e\u0301   |'),
    )
  })

  it('escaped bars stay in their cell, cells beyond the head stay, missing ones come', () => {
    expect(run(tableCommands.align, text('| a | b‸ |', '|---|---|', '| x \\| y | 1 | more |', '| z |'))).toBe(
      text('| a      | b‸   |', '| ------ | --- |', '| x \\| y | 1   | more |', '| z      |     |'),
    )
  })

  it('in a quotation and in a list, what stands before the lines stays', () => {
    expect(run(tableCommands.nextCell, text('> |a|b|', '> |-|-|', '> |1|2‸|', '', 'After'))).toBe(
      text('> | a   | b   |', '> | --- | --- |', '> | 1   | 2   |', '> | ‸    |     |', '', 'After'),
    )
    expect(run(tableCommands.addRowBelow, text('- |a|b|', '  |-|-|', '  |1‸|2|'))).toBe(
      text('- | a   | b   |', '  | --- | --- |', '  | 1   | 2   |', '  | ‸    |     |'),
    )
  })

  it('one very long cell does not make its column as wide', () => {
    const long = 'word '.repeat(20).trim()
    expect(run(tableCommands.align, text('|a‸|b|', '|-|-|', `|${long}|x|`))).toBe(
      text('| a‸   | b   |', '| --- | --- |', `| ${long} | x   |`),
    )
  })

  it('nothing is written into a text that is read only', () => {
    const state = EditorState.create({
      doc: small(''),
      extensions: [markdown({ base: markdownLanguage }), EditorState.readOnly.of(true)],
    })
    for (const command of [...Object.values(tableCommands), enterInTable, insertTable])
      expect(command({ state, dispatch: () => expect.fail('dispatched') })).toBe(false)
  })
})

describe('a new table', () => {
  const empty = ['| ‸    |     |', '| --- | --- |', '|     |     |']
  it.each([
    ['on an empty line', '‸', text(...empty)],
    ['after a paragraph', 'Words‸ here.', text('Words here.', '', ...empty)],
    ['between paragraphs', text('One', '‸', 'Two'), text('One', '', ...empty, '', 'Two')],
    ['in a quotation', text('> Words', '> ‸'), text('> Words', '>', ...empty.map((line) => `> ${line}`))],
  ])('%s', (_, before, after) => {
    expect(run(insertTable, before)).toBe(after)
  })

  it('takes lines that came from a spreadsheet', () => {
    expect(run(insertTable, text('‸Name\tSize', 'a|b\t12‸'))).toBe(
      text('| ‸Name | Size |', '| ---- | ---- |', '| a\\|b | 12   |'),
    )
  })
})

describe('whatever is done', () => {
  const cell = fc.constantFrom(
    '',
    'a',
    'word',
    '**b**',
    '`x`',
    'x \\| y',
    '大',
    '🙂',
    'a b c',
    '\\\\',
    '[l](u)',
  )
  const table = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .chain(([columns, rows]) =>
      fc.tuple(
        fc.constantFrom('', '> ', '  '),
        fc.array(cell, { minLength: columns, maxLength: columns }),
        fc.array(fc.constantFrom('-', ':-', '-:', ':--:'), { minLength: columns, maxLength: columns }),
        fc.array(fc.array(cell, { minLength: 0, maxLength: columns + 1 }), {
          minLength: rows,
          maxLength: rows,
        }),
      ),
    )
  const write = (prefix: string, cells: readonly string[]) => `${prefix}|${cells.join(' | ')}|`

  it('aligning changes nothing of what readers see, and a second time nothing at all', () => {
    fc.assert(
      fc.property(table, fc.nat(), ([prefix, head, rule, rows], at) => {
        const doc = text(...[head, rule, ...rows].map((cells) => write(prefix, cells)))
        const state = EditorState.create({
          doc,
          selection: { anchor: at % (doc.length + 1) },
          extensions: markdown({ base: markdownLanguage }),
        })
        let next = state
        const isTable = tableCommands.align({ state, dispatch: (transaction) => (next = transaction.state) })
        if (!isTable) return
        expect(html(next.doc.toString())).toBe(html(doc))
        let again = next
        tableCommands.align({ state: next, dispatch: (transaction) => (again = transaction.state) })
        expect(again.doc.toString()).toBe(next.doc.toString())
        expect(again.selection.main.head).toBe(next.selection.main.head)
      }),
    )
  })
})

const html = (source: string) =>
  renderMarkdown(source, { resolveLink: (href) => href, resolveImage: (src) => ({ src }) }).html
