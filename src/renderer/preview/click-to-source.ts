import { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import { usePreference } from '../app/preferences'
import { findPlace } from './find-place'
import type { FramePage } from './frame-page'

/** What does something of its own when it is clicked. */
const live = 'a, button, input, summary, label, video, audio'

/**
 * A click on the page puts the cursor at that place of the source. What is marked with the pointer stays
 * marked and moves nothing. Where the page stands alone it takes two clicks, which bring the text beside it.
 */
export function useClickToSource(page: FramePage | undefined, view: EditorView | undefined): void {
  const [shown, setShown] = usePreference('view')
  useEffect(() => {
    if (page === undefined || view === undefined) return
    const { document } = page
    const isAlone = shown === 'preview'
    const go = (event: MouseEvent) => {
      const target = event.target as Element | null
      if (event.button !== 0 || event.defaultPrevented || target?.closest?.(live)) return
      const selection = document.getSelection()
      if (!isAlone && selection?.isCollapsed === false) return
      const place = placeOf(event, page, view)
      if (place === undefined) return
      if (isAlone) setShown('split')
      // The text must be on screen before it can be scrolled.
      requestAnimationFrame(() => {
        view.focus()
        const effects = EditorView.scrollIntoView(place, { y: isAlone ? 'center' : 'nearest', yMargin: 80 })
        view.dispatch({ selection: { anchor: place }, effects, userEvent: 'select.pointer' })
      })
    }
    const type = isAlone ? 'dblclick' : 'click'
    document.addEventListener(type, go)
    return () => document.removeEventListener(type, go)
  }, [page, view, shown, setShown])
}

/** The offset in the source of what is under the pointer. */
function placeOf({ clientX, clientY }: MouseEvent, page: FramePage, view: EditorView): number | undefined {
  const { document } = page
  const caret = document.caretRangeFromPoint(clientX, clientY)
  const index = caret ? page.indexOf(caret.startContainer) : undefined
  if (!caret || index === undefined) return undefined
  const { doc } = view.state
  const block = page.blocks[index]
  const [first] = block?.nodes ?? []
  const last = block?.nodes.at(-1)
  // A text that is being typed may be shorter than the page that is shown of it.
  if (block === undefined || first === undefined || last === undefined || block.line >= doc.lines)
    return undefined
  const from = doc.line(block.line + 1).from
  const nextLine = page.blocks.slice(index + 1).find(({ line }) => line > block.line)?.line
  const to = nextLine === undefined || nextLine >= doc.lines ? doc.length : doc.line(nextLine + 1).from - 1
  const text = (cut: (range: Range) => void) => {
    const range = document.createRange()
    range.setStartBefore(first)
    range.setEndAfter(last)
    cut(range)
    return range.toString()
  }
  const before = text((range) => range.setEnd(caret.startContainer, caret.startOffset))
  const after = text((range) => range.setStart(caret.startContainer, caret.startOffset))
  return from + findPlace(view.state.sliceDoc(from, to).trimEnd(), { before, after })
}
