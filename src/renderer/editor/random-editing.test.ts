import { deleteCharBackward, deleteCharForward, history, redo, undo } from '@codemirror/commands'
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdown,
  markdownLanguage,
} from '@codemirror/lang-markdown'
import {
  EditorSelection,
  EditorState,
  type SelectionRange,
  type StateCommand,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { textCommands, wrapSelection } from './format'
import { indentItems, outdentItems } from './lists/list-commands'
import { foldingSections } from './sections/fold-sections'

declare const process: { env: Readonly<Record<string, string | undefined>> }

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const first = [
  '# A post\n\nSome *stressed* and **strong** words, `code` and [a link](other.md#there).[^1]',
  '- one\n- two\n  1. inner\n  2. second\n- [ ] a task\n- [x] done',
  '> Quoted\n> - with an item\n>\n> > and more',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '```ts\nconst a = `1`\n```',
  'Setext\n===\n\n## Second\n\n$$\nx\n$$\n\nעברית and 👩‍👩‍👧‍👦, e\u0301.\n\n[^1]: A note.\n',
].join('\n\n')

const typed = [
  'a',
  ' ',
  '*',
  '_',
  '`',
  '[',
  ']',
  '#',
  '>',
  '-',
  '1. ',
  '\n',
  '|',
  '```\n',
  '👍',
  'é',
  'ש',
  '\t',
  '[^',
  ':',
  '$',
]

/** What a hand can do to a text, by keys and menus; those that need a screen are tried in the app itself. */
const commands: readonly StateCommand[] = [
  ...textCommands
    .filter(({ id }) => !id.startsWith('cursor-'))
    .map(({ run }) => run as unknown as StateCommand),
  indentItems,
  outdentItems,
  insertNewlineContinueMarkup,
  deleteMarkupBackward,
  deleteCharBackward as unknown as StateCommand,
  deleteCharForward as unknown as StateCommand,
  undo,
  redo,
]

class Hand {
  state = EditorState.create({
    doc: first,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorState.allowMultipleSelections.of(true),
      markdown({ base: markdownLanguage, addKeymap: false }),
      foldingSections(),
      history({ minDepth: 1_000_000 }),
    ],
  })
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = createRandom(seed)
  }

  act(): string {
    const kind = this.#random()
    if (kind < 0.3) return this.#select()
    if (kind < 0.6) return this.#type()
    const index = Math.floor(this.#random() * commands.length)
    commands[index]?.(this.#target())
    return `command ${index}`
  }

  #target() {
    return {
      state: this.state,
      dispatch: (given: Transaction | TransactionSpec) => {
        this.state = given instanceof Transaction ? given.state : this.state.update(given).state
      },
      // Of a screen, deleting a line asks for this alone.
      moveVertically: (range: SelectionRange) => range,
    }
  }

  undoAll(): void {
    while (undo(this.#target()));
  }

  #place = () => Math.floor(this.#random() * (this.state.doc.length + 1))

  #select(): string {
    const count = this.#random() < 0.8 ? 1 : 3
    const ranges = Array.from({ length: count }, () => {
      const anchor = this.#place()
      const head =
        this.#random() < 0.5
          ? anchor
          : Math.min(this.state.doc.length, anchor + Math.floor(this.#random() * 80))
      return EditorSelection.range(anchor, head)
    })
    this.state = this.state.update({ selection: EditorSelection.create(ranges) }).state
    return 'select'
  }

  #type(): string {
    const text = typed[Math.floor(this.#random() * typed.length)] ?? 'a'
    const spec = wrapSelection(this.state, text) ?? this.state.replaceSelection(text)
    this.state = this.state.update(spec, { userEvent: 'input.type' }).state
    // A text that only grows is slow to read and no longer tells anything new.
    if (this.state.doc.length > 4000)
      this.state = this.state.update({ changes: { from: 500, to: 3500 } }).state
    return `type ${JSON.stringify(text)}`
  }
}

it('whatever is done to a text, undo to the start gives the first text', { timeout: 120_000 }, () => {
  const seed = Number(process.env.LONGHAND_SEED ?? Date.now() % 2 ** 31)
  const hand = new Hand(seed)
  const actions = randomCases(10_000)
  for (let done = 0; done < actions; done++) {
    const before = hand.state.doc.toString()
    try {
      hand.act()
    } catch (error) {
      throw new Error(`LONGHAND_SEED=${seed} fails at action ${done} on ${JSON.stringify(before)}`, {
        cause: error,
      })
    }
  }
  hand.undoAll()
  expect(hand.state.doc.toString(), `LONGHAND_SEED=${seed}`).toBe(first)
})
