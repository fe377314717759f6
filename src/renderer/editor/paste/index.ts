/**
 * What comes into a text from elsewhere: addresses, formatted text, pictures. Nothing of it becomes HTML in the app's
 * own page; pictures go into the library and are asked what they show.
 */
import type { Extension } from '@codemirror/state'
import type * as Y from 'yjs'
import type { Words } from '../../../words'
import { alternativeTexts } from './alternative-text'
import { images } from './images'
import { pasteAsMarkdown } from './paste'
import { pictureName } from './picture-name'

interface Surroundings {
  readonly body: Y.Text
  /** The title of the post as it reads now. */
  readonly title: () => string
  readonly words: () => Words
  /** Keeps a file in the library and says how Markdown names it. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<string>
  readonly onTrouble: (error: unknown) => void
}

/** Paste and drop for the text of a post. */
export function pasting({ body, title, words, keep, onTrouble }: Surroundings): Extension {
  const keepFile = async (file: File) =>
    keep(pictureName(file.name, file.type, title()), new Uint8Array(await file.arrayBuffer()))
  const keepInline = ({ type, base64 }: { readonly type: string; readonly base64: string }) =>
    keep(
      pictureName('', type, title()),
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    )
  return [alternativeTexts(words), images(body, keepFile, onTrouble), pasteAsMarkdown(body, keepInline)]
}
