import type { Completion, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import { type Extension, Facet } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Gemoji } from 'gemoji'
import { isInCode } from './in-code'
import { beforeCursor, emojiPlaceIn } from './link-places'

type Table = readonly Gemoji[]

/** Loaded with the first colon that asks: most posts have none. */
class EmojiTable {
  loaded: Table | undefined
  #loading: Promise<Table> | undefined

  load(): Promise<Table> {
    this.#loading ??= import('gemoji').then(({ gemoji }) => {
      this.loaded = gemoji
      return gemoji
    })
    return this.#loading
  }
}

const emojiTable = Facet.define<EmojiTable, EmojiTable | undefined>({ combine: ([table]) => table })

/** So many are shown; another letter finds the others. */
const mostShown = 24

/** Emoji by `:` and the beginning of a name that GitHub knows, or of a word that describes it. */
export const emojiSource: CompletionSource = (context) => {
  const table = context.state.facet(emojiTable)
  const before = beforeCursor(context.state, context.pos)
  const place = emojiPlaceIn(before.text)
  if (table === undefined || place === undefined || isInCode(context.state, context.pos)) return null
  const find = (all: Table): CompletionResult | null => {
    const options = findEmoji(all, place.query)
    return options.length === 0 ? null : { from: before.start + place.from, options, filter: false }
  }
  return table.loaded ? find(table.loaded) : table.load().then(find)
}

/** A whole name between colons becomes its emoji when the second colon is typed. */
const secondColon = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== ':' || from !== to || view.composing) return false
  const all = view.state.facet(emojiTable)?.loaded
  const before = beforeCursor(view.state, from)
  const place = all && emojiPlaceIn(before.text)
  if (place === undefined || isInCode(view.state, from)) return false
  const found = all?.find(({ names }) => names.includes(place.query.toLowerCase()))
  if (found === undefined) return false
  const start = before.start + place.from
  view.dispatch({
    changes: { from: start, to, insert: found.emoji },
    selection: { anchor: start + found.emoji.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
  return true
})

export const emojis = (): Extension => [emojiTable.of(new EmojiTable()), secondColon]

/** The best first: whole names, then beginnings of names, then words that describe. */
export function findEmoji(all: Table, query: string): Completion[] {
  const wanted = query.toLowerCase()
  const ranked: { readonly rank: number; readonly order: number; readonly option: Completion }[] = []
  all.forEach(({ emoji, names, tags }, order) => {
    const name = names.find((each) => each === wanted) ?? names.find((each) => each.startsWith(wanted))
    const tag = tags.find((each) => each.startsWith(wanted))
    const part = names.find((each) => each.includes(`_${wanted}`))
    const rank = name === wanted ? 0 : name ? 1 : part ? 2 : tag ? 3 : undefined
    if (rank === undefined) return
    const label = `:${name ?? part ?? names[0] ?? ''}:`
    ranked.push({ rank, order, option: { label, displayLabel: `${emoji} ${label}`, apply: emoji } })
  })
  ranked.sort((one, other) => one.rank - other.rank || one.order - other.order)
  return ranked.slice(0, mostShown).map(({ option }) => option)
}
