import { type Completion, type CompletionSource, pickedCompletion } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Command } from '../../commands/command'
import { nameKey } from '../../commands/keys'
import { appCommands } from '../app-commands'
import { completionSources } from '../completion'
import { isLiteral } from '../format/line-parts'

/** What the menu offers, in order, by the ids of the commands, with what else a writer may call it. */
const offers: Readonly<Record<string, string>> = {
  'heading-1': 'h1 title',
  'heading-2': 'h2 section',
  'heading-3': 'h3 subsection',
  'heading-4': 'h4',
  'heading-5': 'h5',
  'heading-6': 'h6',
  'bullet-list': 'ul unordered',
  'numbered-list': 'ol ordered',
  'task-list': 'todo checkbox',
  quote: 'blockquote',
  'insert-image': 'picture photo',
  table: 'grid',
  'code-block': 'fence pre',
  math: 'math equation latex',
  footnote: 'note reference',
  'callout-note': 'alert info',
  'callout-tip': 'alert hint',
  'callout-important': 'alert',
  'callout-warning': 'alert',
  'callout-caution': 'alert danger',
  link: 'url',
  rule: 'hr separator',
}

/** At the start of a line, or of what stands in a quotation or an item. */
const place =
  /^(?:[ \t]*>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?\/((?:[\p{L}\p{N}][\p{L}\p{N} :]*)?)$/u

/**
 * `/` at the start of a line offers everything that can be put there; going on narrows it, Enter takes it in the
 * place of what was typed.
 */
const slashSource: CompletionSource = ({ state, pos }) => {
  const line = state.doc.lineAt(pos)
  const typed = place.exec(line.text.slice(0, pos - line.from))?.[1]
  const [commands] = state.facet(appCommands)
  if (typed === undefined || commands === undefined || pos !== line.to || isLiteral(state, line)) return null
  const options = Object.entries(offers).flatMap(([id, others], index) => {
    const command = commands().find((candidate) => candidate.id === id)
    return command?.isEnabled ? [toCompletion(command, others, index)] : []
  })
  return { from: pos - typed.length, options, validFor: /^(?:[\p{L}\p{N}][\p{L}\p{N} :]*)?$/u }
}

export const slashMenu: Extension = completionSources.of(slashSource)

function toCompletion({ name, keys, run }: Command, others: string, index: number): Completion {
  const [key] = keys
  return {
    // Names are found by what else they are called as well, after those that are called so.
    label: `${name} ${others}`,
    displayLabel: name.replace(/…$/, ''),
    ...(key === undefined ? {} : { detail: nameKey(key) }),
    boost: -index,
    apply: (view: EditorView, choice: Completion, from: number, to: number) => {
      view.dispatch({
        changes: { from: from - 1, to },
        annotations: pickedCompletion.of(choice),
        userEvent: 'input.complete',
      })
      run()
    },
  }
}
