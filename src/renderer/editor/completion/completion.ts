import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  completionStatus,
  selectedCompletion,
  startCompletion,
} from '@codemirror/autocomplete'
import { EditorState, type Extension, Facet, Prec } from '@codemirror/state'
import { EditorView, keymap, tooltips } from '@codemirror/view'
import type { Words } from '../../../words'
import { emojiSource, emojis } from './emoji-source'
import { fenceSource } from './fence-source'
import type { LibraryLookup } from './library-lookup'
import { beforeCursor, linkPlaceIn } from './link-places'
import { type LinkCompletion, linkSource } from './link-source'
import './completion.css'

/**
 * Where the editor's choices come from: the first source that has any for the cursor's place is shown. They take the
 * place of those that languages bring, which would offer keywords in a fence to somebody who writes prose.
 */
export const completionSources = Facet.define<CompletionSource>()

/** The first answer of all sources; at once when none has to wait. */
function askAll(context: CompletionContext): CompletionResult | null | Promise<CompletionResult | null> {
  const sources = context.state.facet(completionSources)
  for (const [index, source] of sources.entries()) {
    const result = source(context)
    if (result instanceof Promise)
      return result.then((answer) => answer ?? firstOf(sources.slice(index + 1), context))
    if (result !== null) return result
  }
  return null
}

async function firstOf(sources: readonly CompletionSource[], context: CompletionContext) {
  for (const source of sources) {
    const result = await source(context)
    if (result !== null) return result
  }
  return null
}

/** Completion for the text of a post. */
export function completion(lookup: LibraryLookup, words: () => Words): Extension {
  return [
    completionSources.of(linkSource(lookup, words)),
    completionSources.of(fenceSource),
    completionSources.of(emojiSource),
    emojis(),
    EditorState.phrases.of({ Completions: words().say('Completions') }),
    headingKey,
    // What scrolls the text would cut off what hangs over its edge.
    tooltips({ parent: document.body, position: 'fixed' }),
    autocompletion({
      override: [askAll],
      icons: false,
      activateOnTypingDelay: 60,
      addToOptions: [{ render: drawPicture, position: 30 }],
    }),
    Prec.high(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  ]
}

/** `#` while a post is offered takes the post and goes on with its headings. */
const headingKey = EditorView.inputHandler.of((view, from, to, text) => {
  if (text !== '#' || from !== to || view.composing || completionStatus(view.state) !== 'active') return false
  const choice: LinkCompletion | null = selectedCompletion(view.state)
  const before = beforeCursor(view.state, from)
  const place = linkPlaceIn(before.text)
  if (choice?.beforeHeading === undefined || place === undefined) return false
  // Nothing typed but the brackets: `#` asks for the post's own headings.
  if ('query' in place && place.query === '') return false
  const start = before.start + place.from
  view.dispatch({
    changes: { from: start, to, insert: choice.beforeHeading },
    selection: { anchor: start + choice.beforeHeading.length },
    userEvent: 'input.type',
  })
  startCompletion(view)
  return true
})

function drawPicture(choice: Completion): Node | null {
  const { picture }: LinkCompletion = choice
  if (picture === undefined) return null
  const image = document.createElement('img')
  image.src = picture
  image.alt = ''
  image.loading = 'lazy'
  image.className = 'cm-completionPicture'
  return image
}
