import { EditorView } from '@codemirror/view'
import { GripVertical } from 'lucide-react'
import { type CSSProperties, memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
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
  // Places change with every letter above them; the list only when a heading does.
  const shape = JSON.stringify(headings?.map(({ level, text }) => [level, text]))
  const go = useLatest((index: number) => editor && goTo(editor, headings?.[index]))
  if (headings === undefined) return <p className={styles.none}>{say('Looking…')}</p>
  return <Outline shape={shape} current={current} editor={isReadOnly ? undefined : editor} go={go} />
}

interface OutlineProps {
  /** The level and text of each heading, as JSON. */
  readonly shape: string
  readonly current: number
  /** In which sections are moved; undefined where they can't be. */
  readonly editor: EditorView | undefined
  readonly go: RefObject<(index: number) => void>
}

const Outline = memo(function Outline({ shape, current, editor, go }: OutlineProps) {
  const { say } = useWords()
  const items = useItems(shape, current)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (names) => [...names].map((name) => ({ 'longhand-section': String(name) })),
    acceptedDragTypes: ['longhand-section'],
    getDropOperation: () => 'move',
    onReorder: (event) => editor && reorder(editor, event),
    isDisabled: editor === undefined,
  })
  return (
    <GridList
      aria-label={say('Outline')}
      className={styles.list ?? ''}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(name) => go.current(Number(name))}
      renderEmptyState={() => (
        <p className={styles.none}>{say('No headings yet. A line that begins with ## is one.')}</p>
      )}
      dependencies={[editor === undefined, say]}
    >
      {({ id, depth, text, isCurrent }) => (
        <GridListItem
          id={id}
          textValue={text || say('Untitled')}
          className={styles.item ?? ''}
          style={{ '--depth': depth } as CSSProperties}
          data-current={isCurrent || undefined}
        >
          {editor !== undefined && (
            <Button slot="drag" className={styles.grip ?? ''} aria-label={say('Move this section')}>
              <GripVertical size={14} />
            </Button>
          )}
          <span className={styles.text}>{text || say('Untitled')}</span>
        </GridListItem>
      )}
    </GridList>
  )
})

interface Item {
  readonly id: number
  readonly depth: number
  readonly text: string
  readonly isCurrent: boolean
}

/** What the list shows; an item is another one only when it looks different, so that the others are not drawn again. */
function useItems(shape: string, current: number): readonly Item[] {
  const items = useMemo(() => {
    const headings = JSON.parse(shape) as readonly (readonly [level: number, text: string])[]
    const shallowest = Math.min(...headings.map(([level]) => level))
    return headings.map(
      ([level, text], id): Item => ({ id, depth: level - shallowest, text, isCurrent: false }),
    )
  }, [shape])
  return useMemo(
    () => items.map((item) => (item.id === current ? { ...item, isCurrent: true } : item)),
    [items, current],
  )
}

/** A function for what outlives the drawing that it came with. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
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
