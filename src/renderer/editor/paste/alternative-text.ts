import { type Extension, Facet, StateEffect, StateField, type Transaction } from '@codemirror/state'
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import type { Words } from '../../../words'
import { drawCard } from './alternative-text-card'

/** An image in the text whose alternative text is asked for. */
export interface ImageInText {
  /** UTF-16 code units into the text, around what is between the square brackets. */
  readonly from: number
  readonly to: number
  /** As Markdown names it. */
  readonly path: string
}

interface Question extends ImageInText {
  readonly create: Tooltip['create']
}

const askFor = StateEffect.define<readonly ImageInText[]>()
const settle = StateEffect.define<null>()
const saidBy = Facet.define<() => Words, () => Words>({ combine: ([words]) => words ?? failWithoutWords })

/** Asks what images show, one after the other; goes with the transaction that puts them into the text. */
export const askForAlternativeTexts = (images: readonly ImageInText[]): StateEffect<unknown> =>
  askFor.of(images)

/** The card below a new image that asks what it shows. Who goes on typing in the text has answered. */
export const alternativeTexts = (words: () => Words): Extension => [saidBy.of(words), questions]

const questions = StateField.define<readonly Question[]>({
  create: () => [],
  update: (asked, transaction) => {
    let next = asked.length > 0 && transaction.docChanged ? afterChange(asked, transaction) : asked
    for (const effect of transaction.effects) {
      if (effect.is(settle)) next = next.slice(1)
      if (effect.is(askFor)) next = effect.value.map((image) => ({ ...image, create: cardOf(image.path) }))
    }
    return next
  },
  provide: (field) =>
    showTooltip.from(field, ([question]) =>
      question === undefined ? null : { pos: question.from, create: question.create },
    ),
})

function afterChange(asked: readonly Question[], transaction: Transaction): readonly Question[] {
  const isWriters = ['input', 'delete', 'move', 'undo', 'redo'].some((event) =>
    transaction.isUserEvent(event),
  )
  if (isWriters && !transaction.isUserEvent('input.describe')) return []
  return asked.map((question) => ({
    ...question,
    from: transaction.changes.mapPos(question.from, -1),
    to: transaction.changes.mapPos(question.to, 1),
  }))
}

function cardOf(path: string): Tooltip['create'] {
  return (view) =>
    drawCard({
      path,
      words: view.state.facet(saidBy)(),
      text: () => {
        const [question] = view.state.field(questions)
        return question === undefined ? '' : plainOf(view.state.sliceDoc(question.from, question.to))
      },
      onDone: (text) => answer(view, text),
    })
}

/** Writes what was said, or nothing when it is undefined, and goes on to the next image or back to the text. */
function answer(view: EditorView, text: string | undefined): void {
  const [question, next] = view.state.field(questions)
  if (question === undefined) return
  const isSaid = text !== undefined && !view.state.readOnly
  const insert = isSaid
    ? text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[[\]\\]/g, '\\$&')
    : ''
  view.dispatch({
    ...(isSaid && { changes: { from: question.from, to: question.to, insert } }),
    effects: settle.of(null),
    userEvent: 'input.describe',
  })
  if (next === undefined) view.focus()
}

const plainOf = (text: string) => text.replace(/\\([[\]\\])/g, '$1')

function failWithoutWords(): never {
  throw new Error('alternative texts are asked for without alternativeTexts')
}
