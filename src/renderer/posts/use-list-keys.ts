import type { KeyboardEvent } from 'react'
import { findPost } from '../app/kept-posts'
import type { List } from '../app/list-pages'
import { countMarks } from '../app/marks'
import { usePostActions } from '../app/post-actions'
import { useServices } from '../app/services'
import { useWorkspace } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import type { Bulk } from './use-bulk'
import type { Marking } from './use-marking'

/** How many rows Page Up and Page Down move. */
const pageRows = 8

/**
 * Arrows, Home, End and pages move the selection, with Shift they extend it; Ctrl A marks all and Esc none;
 * Enter goes to the text; Delete moves to the trash.
 */
export function useListKeys(list: List, position: number, marking: Marking, bulk: Bulk) {
  const { queries } = useServices()
  const { selected, marks } = useWorkspace()
  const actions = usePostActions()
  return (event: KeyboardEvent) => {
    if (event.altKey) return
    const last = list.total - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, position + 1),
      ArrowUp: Math.max(0, position - 1),
      PageDown: Math.min(last, position + pageRows),
      PageUp: Math.max(0, position - pageRows),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    const isPlain = !event.ctrlKey && !event.metaKey
    if (next !== undefined && isPlain) marking.move(next, event.shiftKey)
    else if (event.key === 'a' && !isPlain && !event.shiftKey) marking.all()
    else if (!isPlain || event.shiftKey) return
    else if (event.key === 'Escape' && marks.kind !== 'none') marking.none()
    else if (event.key === 'Enter') focusNamedPane('text')
    else if (event.key === 'Delete') {
      const post = selected && findPost(queries, selected)
      if (list.source.request.view === 'trash') return
      if (countMarks(marks, list.found) > 0) bulk.trash()
      else if (post && position !== -1 && post.trashedAt === null) void actions.trash(post.id)
      else return
    } else return
    event.preventDefault()
  }
}
