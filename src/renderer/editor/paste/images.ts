import { type Extension, Facet } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import * as Y from 'yjs'
import { askForAlternativeTexts, type ImageInText } from './alternative-text'
import { isGivenName } from './picture-name'

/** Keeps an image in the library and returns its path in Markdown. */
export type AddImage = (file: File) => Promise<string>

/** Takes images in at a position of the text; `said` is what came with a single one. */
type TakeImages = (view: EditorView, files: readonly File[], position: number, said?: string) => void
const takeImages = Facet.define<TakeImages>()

/** Takes images in where the cursor is, as if they had been pasted there. Other files are passed over. */
export function insertImages(view: EditorView, files: readonly File[]): void {
  const [take] = view.state.facet(takeImages)
  const pictures = files.filter(isImage)
  view.focus()
  if (!view.state.readOnly && pictures.length > 0) take?.(view, pictures, view.state.selection.main.head)
}

/**
 * Images that are pasted or dropped go into the library, and a reference to them into the text: at the place
 * where they were dropped, even if the text around it changed while they were being stored. What they show is asked
 * then. `onTrouble` hears of an image that could not be stored, and of one whose editor was gone by then.
 */
export function images(body: Y.Text, addImage: AddImage, onTrouble: (error: unknown) => void): Extension {
  const take: TakeImages = (view, files, position, said) => {
    const place = Y.createRelativePositionFromTypeIndex(body, position, -1)
    const insert = (paths: readonly string[]) => {
      if (!view.dom.isConnected)
        throw new Error('Its post was closed while it was being stored. Add it again.')
      const end = body.doc && Y.createAbsolutePositionFromRelativePosition(place, body.doc)
      const at = Math.min(end?.index ?? body.length, view.state.doc.length)
      const { text, asked } = references(
        at,
        paths,
        files.map(({ name }) => said ?? alternativeText(name)),
      )
      view.dispatch({
        changes: { from: at, insert: text },
        selection: { anchor: at + text.length },
        effects: askForAlternativeTexts(asked),
        userEvent: 'input.paste',
        scrollIntoView: true,
      })
    }
    storeAll(files, addImage).then(insert).catch(onTrouble)
  }
  const events = EditorView.domEventHandlers({
    paste(event, view) {
      const files = imagesOf(event.clipboardData)
      // A copied passage may carry a picture of itself as well; the words are what was meant.
      if (view.state.readOnly || files.length === 0 || event.clipboardData?.getData('text/plain'))
        return false
      take(view, files, view.state.selection.main.head, saidIn(event.clipboardData?.getData('text/html')))
      return true
    },
    drop(event, view) {
      const files = imagesOf(event.dataTransfer)
      if (view.state.readOnly || files.length === 0) return false
      event.preventDefault()
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length
      take(view, files, position)
      return true
    },
  })
  return [takeImages.of(take), events]
}

async function storeAll(files: readonly File[], addImage: AddImage): Promise<string[]> {
  const paths: string[] = []
  for (const file of files) paths.push(await addImage(file))
  return paths
}

/** The Markdown of images that go in at a position, and where their alternative texts are then. */
function references(
  at: number,
  paths: readonly string[],
  texts: readonly string[],
): { text: string; asked: readonly ImageInText[] } {
  let text = ''
  const asked = paths.map((path, index) => {
    const said = texts[index] ?? ''
    if (index > 0) text += '\n\n'
    const from = at + text.length + 2
    text += `![${said}](${path})`
    return { from, to: from + said.length, path }
  })
  return { text, asked }
}

/** A file's name says something about it, unless it is one that a program gave. */
const alternativeText = (name: string) =>
  isGivenName(name) ? '' : name.replace(/\.[^.]*$/, '').replace(/[[\]\\]/g, ' ')

/** What the page that an image was copied from says of it. */
function saidIn(html: string | undefined): string | undefined {
  const said = /<img\b[^>]*?\salt="([^"<>&]+)"/i.exec(html ?? '')?.[1]
  return said?.replace(/[[\]\\]/g, ' ').trim() || undefined
}

const isImage = (file: File) => file.type.startsWith('image/')

const imagesOf = (data: DataTransfer | null) => [...(data?.files ?? [])].filter(isImage)
