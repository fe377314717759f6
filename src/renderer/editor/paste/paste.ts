import { type Extension, Prec } from '@codemirror/state'
import { EditorView, ViewPlugin } from '@codemirror/view'
import * as Y from 'yjs'
import { isInCode } from '../completion/in-code'
import { fitIn } from './fit-in'
import type { KeepPicture } from './html-to-markdown'
import { linkSelection } from './link-selection'

/** Longer pages are pasted as their words: converting them would hold the writer up. */
const longestHtml = 3_000_000

/** How long Shift of Mod+Shift+V is remembered, in ms: the paste follows the key at once. */
const shiftMs = 500

/**
 * What is pasted: an address onto words makes a link of them, HTML becomes Markdown. With Shift, and into code, the
 * plain text is pasted as it is.
 */
export function pasteAsMarkdown(body: Y.Text, keepPicture: KeepPicture): Extension {
  return [
    shiftKey,
    Prec.high(
      EditorView.domEventHandlers({
        paste: (event, view) => {
          const data = event.clipboardData
          const isPlain = view.plugin(shiftKey)?.wasHeld() ?? false
          if (data === null || view.state.readOnly || isPlain) return false
          const plain = data.getData('text/plain')
          const link = linkSelection(view.state, plain)
          if (link !== undefined) {
            view.dispatch(link)
            return true
          }
          // A picture that was copied from a page is the picture, and not its address.
          if (plain === '' && hasPicture(data)) return false
          const { main } = view.state.selection
          return takeHtml(view, data, main, body, keepPicture)
        },
        // A link or a passage that is dragged here from a page; what is dragged within the text has no HTML.
        drop: (event, view) => {
          const data = event.dataTransfer
          const position = view.posAtCoords({ x: event.clientX, y: event.clientY })
          if (data === null || position === null || view.state.readOnly || hasPicture(data)) return false
          if (!takeHtml(view, data, { from: position, to: position }, body, keepPicture)) return false
          event.preventDefault()
          return true
        },
      }),
    ),
  ]
}

const shiftKey = ViewPlugin.define(
  () => {
    let heldAt = Number.NEGATIVE_INFINITY
    return {
      press: (event: KeyboardEvent) => {
        const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
        if (isPaste) heldAt = event.shiftKey ? performance.now() : Number.NEGATIVE_INFINITY
      },
      wasHeld: () => performance.now() - heldAt < shiftMs,
    }
  },
  {
    eventHandlers: {
      keydown(event) {
        this.press(event)
      },
    },
  },
)

/** Whether HTML has what Markdown can say, beside colours and fonts: editors of code copy only those. */
function saysMore(html: string): boolean {
  if (html === '' || html.length > longestHtml) return false
  return /<(?:a\s[^>]*href|b|strong|i|em|h[1-6]|ul|ol|table|code|img|blockquote|del|s|strike|hr|kbd|sub|sup|mark|math)\b|docs-internal-guid|<div[^>]*highlight-source|class="katex/i.test(
    html,
  )
}

const hasPicture = ({ files }: DataTransfer) => [...files].some(({ type }) => type.startsWith('image/'))

interface Range {
  readonly from: number
  readonly to: number
}

/** Puts what is formatted in `data` in the place of a range. Says whether there is any, and Markdown may stand there. */
function takeHtml(
  view: EditorView,
  data: DataTransfer,
  range: Range,
  body: Y.Text,
  keep: KeepPicture,
): boolean {
  const html = data.getData('text/html')
  if (!saysMore(html) || data.types.includes('vscode-editor-data')) return false
  if (isInCode(view.state, range.to)) return false
  pasteHtml(view, body, range, html, data.getData('text/plain'), keep)
  return true
}

/**
 * Puts the Markdown of `html` in the place of a range. The converter is loaded by the first paste; what is typed
 * meanwhile moves the place along.
 */
function pasteHtml(
  view: EditorView,
  body: Y.Text,
  { from, to }: Range,
  html: string,
  plain: string,
  keep: KeepPicture,
): void {
  const place = [from, to].map((position) => Y.createRelativePositionFromTypeIndex(body, position, -1))
  const insert = (markdown: string) => {
    if (!view.dom.isConnected || markdown === '') return
    const [start = from, end = to] = place.map((position) => {
      const found = body.doc && Y.createAbsolutePositionFromRelativePosition(position, body.doc)
      return Math.min(found?.index ?? body.length, view.state.doc.length)
    })
    const text = fitIn(view.state.doc, start, Math.max(start, end), markdown)
    view.dispatch({
      changes: { from: start, to: Math.max(start, end), insert: text },
      selection: { anchor: start + text.length },
      userEvent: 'input.paste',
      scrollIntoView: true,
    })
  }
  import('./html-to-markdown')
    .then(({ htmlToMarkdown }) => htmlToMarkdown(html, keep))
    .catch((error: unknown) => {
      console.warn('What was copied could not be made Markdown; its words are pasted.', error)
      return plain.replace(/\r\n?/g, '\n')
    })
    .then((markdown) => insert(markdown === '' ? plain.replace(/\r\n?/g, '\n') : markdown))
    .catch((error: unknown) => console.error('What was copied could not be pasted.', error))
}
