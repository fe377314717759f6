/** Finding and replacing: in the text of a post, and in all posts. */
import { lazy, Suspense } from 'react'

export { findInPost, type OpenFind } from './find-in-post'
export { FindPanel } from './find-panel'
export { useFindCommands } from './use-find-commands'

const Dialog = lazy(async () => ({ default: (await import('./library-dialog')).LibraryDialog }))

/** The dialog to find and replace in all posts. */
export function ReplaceInLibrary({ onClose }: { readonly onClose: () => void }) {
  return (
    <Suspense>
      <Dialog onClose={onClose} />
    </Suspense>
  )
}
