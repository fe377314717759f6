import { EditorView } from '@codemirror/view'
import { GripVertical } from 'lucide-react'
import { type CSSProperties, useEffect, useState } from 'react'
import {
  Button,
  type DroppableCollectionReorderEvent,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components'
import { useLiveValue } from '../app/live-value'
import type { ProseHeading } from '../prose/text/prose'
import { readProse } from '../prose/text/read-prose'
import { useProse } from '../prose/use-prose'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import { moveSection } from './move-section'
import styles from './outline-pane.module.css'

/** The headings of the post: a press leads to one, dragging moves its section. */
export function OutlinePane({ session, editor, position, isReadOnly }: SidePaneProps) {
  const { say } = useWords()
  const headings = useLiveValue(useProse(session).reading)?.headings
  const current = useCurrent(editor, headings, position)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (names) => [...names].map((name) => ({ 'longhand-section': String(name) })),
    acceptedDragTypes: ['longhand-section'],
    getDropOperation: () => 'move',
    onReorder: (event) => editor && reorder(editor, event),
    isDisabled: isReadOnly,
  })
  if (headings === undefined) return <p className={styles.none}>{say('Looking…')}</p>
  const shallowest = Math.min(...headings.map(({ level }) => level))
  const items = headings.map((heading, index) => ({ ...heading, id: index, isCurrent: index === current }))
  return (
    <GridList
      aria-label={say('Outline')}
      className={styles.list ?? ''}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(name) => editor && goTo(editor, headings[Number(name)])}
      renderEmptyState={() => (
        <p className={styles.none}>{say('No headings yet. A line that begins with ## is one.')}</p>
      )}
      dependencies={[shallowest, isReadOnly]}
    >
      {({ id, level, text, isCurrent }) => (
        <GridListItem
          id={id}
          textValue={text || say('Untitled')}
          className={styles.item ?? ''}
          style={{ '--depth': level - shallowest } as CSSProperties}
          data-current={isCurrent || undefined}
        >
          {!isReadOnly && (
            <Button slot="drag" className={styles.grip ?? ''} aria-label={say('Move this section')}>
              <GripVertical size={14} />
            </Button>
          )}
          <span className={styles.text}>{text || say('Untitled')}</span>
        </GridListItem>
      )}
    </GridList>
  )
}

/** A pause after which it is shown in which section the cursor is: nothing moves while one types. */
const restMs = 150

/** The section in which the cursor is; -1 above the first. */
function useCurrent(
  editor: EditorView | undefined,
  headings: readonly ProseHeading[] | undefined,
  position: SidePaneProps['position'],
): number {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    if (editor === undefined || headings === undefined) return
    const find = () => {
      const { head } = editor.state.selection.main
      setCurrent(headings.filter(({ from }) => from <= head).length - 1)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = position.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(find, restMs)
    })
    find()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor, headings, position])
  return current
}

function goTo(editor: EditorView, heading: ProseHeading | undefined): void {
  if (heading === undefined) return
  editor.focus()
  const at = Math.min(heading.to, editor.state.doc.length)
  editor.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(Math.min(heading.from, at), { y: 'start', yMargin: 40 }),
  })
}

/** Moves a section in the text as it is now: what is shown may be a moment older. */
function reorder(editor: EditorView, { keys, target }: DroppableCollectionReorderEvent): void {
  const source = editor.state.doc.toString()
  const { headings } = readProse(source)
  const [index] = [...keys].map(Number)
  if (index === undefined) return
  const before = Number(target.key) + (target.dropPosition === 'after' ? 1 : 0)
  const move = moveSection(source, headings, index, before)
  if (move === undefined) return
  editor.dispatch({
    changes: [...move.changes],
    selection: { anchor: move.heading },
    effects: EditorView.scrollIntoView(move.heading, { y: 'center' }),
    userEvent: 'move.section',
  })
}
