import { readPost } from '../../document'
import type { DraftSession } from '../drafts/draft-session'
import { toMarkdownFile } from '../drafts/markdown-copy'

/**
 * Lets the writer keep the post as a file of its own, wherever the shell's save dialog or the browser's
 * downloads put it. It asks nothing of the library, so that it works while the library's disk is full.
 */
export function saveCopy(session: DraftSession): void {
  const { name, text } = toMarkdownFile(readPost(session.doc))
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download reads it once the writer has chosen a place, which takes as long as it takes; text is small.
  setTimeout(() => URL.revokeObjectURL(url), 10 * 60_000)
}
