import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view'
import type { RuleId } from './hints/rules'
import type { Hint, Mistake } from './prose-messages'
import type { OpenProse } from './prose-reader'
import './prose-marks.css'

/** Something marked in the text. */
type Finding =
  | { readonly kind: 'mistake'; readonly mistake: Mistake }
  | { readonly kind: 'hint'; readonly hint: Hint }

interface Marks {
  readonly all: DecorationSet
  /** The word that is being typed, whose mark would come too soon. */
  readonly spared: { readonly from: number; readonly to: number } | undefined
  readonly shown: DecorationSet
}

/** Asks for the menu of something that is marked. */
export const askMenu = StateEffect.define<PlacedFinding>()

const setMarks = StateEffect.define<DecorationSet>()
const setComments = StateEffect.define<DecorationSet>()

/** Where private comments are, which step back from what is said to readers. */
const commentsField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setComments))
    return set === undefined ? before.map(transaction.changes) : set.value
  },
  provide: (field) => EditorView.decorations.from(field),
})

const marksField = StateField.define<Marks>({
  create: () => ({ all: Decoration.none, spared: undefined, shown: Decoration.none }),
  update(before, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setMarks))
    const { head, empty } = transaction.state.selection.main
    if (set !== undefined) {
      const spared = empty ? wordAt(set.value, head) : undefined
      return { all: set.value, spared, shown: spare(set.value, spared) }
    }
    if (transaction.docChanged) {
      const { changes } = transaction
      const spared = before.spared && {
        from: changes.mapPos(before.spared.from, -1),
        to: changes.mapPos(before.spared.to, 1),
      }
      const all = before.all.map(changes)
      return { all, spared, shown: before.spared === undefined ? all : before.shown.map(changes) }
    }
    if (before.spared === undefined || (head >= before.spared.from && head <= before.spared.to)) return before
    return { ...before, spared: undefined, shown: before.all }
  },
  provide: (field) => EditorView.decorations.from(field, ({ shown }) => shown),
})

function spare(all: DecorationSet, spared: Marks['spared']): DecorationSet {
  if (spared === undefined) return all
  return all.update({
    filter: (from, to) => from !== spared.from || to !== spared.to,
    filterFrom: spared.from,
    filterTo: spared.to,
  })
}

/** The misspelt word that ends at a place. */
function wordAt(all: DecorationSet, at: number): Marks['spared'] {
  let found: Marks['spared']
  all.between(at, at, (from, to, { spec }) => {
    if (to === at && (spec.finding as Finding).kind === 'mistake') found = { from, to }
  })
  return found
}

/** What is marked at a place, mistakes first: they are the shorter ones. */
export function findingAt(state: EditorState, at: number): PlacedFinding | undefined {
  const found: PlacedFinding[] = []
  state.field(marksField, false)?.all.between(at, at, (from, to, { spec }) => {
    found.push({ from, to, finding: spec.finding as Finding })
  })
  return found.sort((a, b) => a.to - a.from - (b.to - b.from))[0]
}

/** What is marked next behind a place, from the beginning again where there is none. */
export function findingAfter(state: EditorState, at: number): PlacedFinding | undefined {
  const all = state.field(marksField, false)?.all
  if (all === undefined) return undefined
  for (const start of [at + 1, 0]) {
    for (const cursor = all.iter(start); cursor.value !== null; cursor.next()) {
      const { from, to, value } = cursor
      if (from >= start) return { from, to, finding: value.spec.finding as Finding }
    }
  }
  return undefined
}

export interface PlacedFinding {
  readonly from: number
  readonly to: number
  readonly finding: Finding
}

/** Marks mistakes and hints as they are found; a press of the second button on one is told to `onMenu`. */
export function proseMarks(
  prose: OpenProse,
  onMenu: (view: EditorView, found: PlacedFinding) => void,
): Extension {
  return [
    marksField,
    commentsField,
    ViewPlugin.define((view) => {
      const show = () => {
        const findings = prose.findings.get()
        // One that is of an older state comes again for this one; a composition must not be disturbed.
        if (findings === undefined || findings.version !== prose.version() || view.composing) return
        view.dispatch({ effects: setMarks.of(createMarks(findings.mistakes, findings.hints)) })
      }
      const showComments = () => {
        const reading = prose.reading.get()
        if (reading === undefined || reading.version !== prose.version() || view.composing) return
        const mark = Decoration.mark({ class: 'cm-private-comment' })
        const ranges = reading.comments.map(({ from, to }) => mark.range(from, to))
        view.dispatch({ effects: setComments.of(RangeSet.of(ranges)) })
      }
      // What is known already comes once the view is made.
      queueMicrotask(() => {
        showComments()
        show()
      })
      const stops = [prose.reading.subscribe(showComments), prose.findings.subscribe(show)]
      return {
        destroy() {
          for (const stop of stops) stop()
        },
      }
    }),
    EditorView.updateListener.of(({ view, transactions }) => {
      for (const effect of transactions.flatMap(({ effects }) => effects)) {
        if (effect.is(askMenu)) onMenu(view, effect.value)
      }
    }),
    EditorView.domEventHandlers({
      contextmenu(event, view) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
        const found = at === null ? undefined : findingAt(view.state, at)
        if (found === undefined) return false
        event.preventDefault()
        onMenu(view, found)
        return true
      },
    }),
  ]
}

/** Rules whose marks are long, and thin for that. */
const wholeSentence: ReadonlySet<RuleId> = new Set<RuleId>(['readability', 'long'])

function createMarks(mistakes: readonly Mistake[], hints: readonly Hint[]): DecorationSet {
  return RangeSet.of(
    [
      ...mistakes.map((mistake) =>
        Decoration.mark({ class: 'cm-mistake', finding: { kind: 'mistake', mistake } }).range(
          mistake.from,
          mistake.to,
        ),
      ),
      ...hints
        .filter(({ from, to }) => to > from)
        .map((hint) =>
          Decoration.mark({
            class: wholeSentence.has(hint.rule) ? 'cm-hint cm-hint-sentence' : 'cm-hint',
            finding: { kind: 'hint', hint },
          }).range(hint.from, hint.to),
        ),
    ],
    true,
  )
}
