import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, type RefObject, useCallback, useRef } from 'react'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { IconButton } from '../design/button'
import { useDeskHandle } from '../desk/desk-handle'
import type { DraftSession } from '../drafts/draft-session'
import { drawRich, useWords } from '../words/words'
import { Changes } from './changes'
import { copyBack } from './copy-back'
import { type HistoryItem, labelOf } from './describe-version'
import styles from './history-view.module.css'
import type { ComparedParagraph } from './paragraphs'
import { type Comparison, useComparison } from './use-history'

interface Props {
  readonly session: DraftSession
  /** Newest first. */
  readonly items: readonly HistoryItem[]
  readonly version: string
  readonly against: string | undefined
  readonly onAgainst: (id: string) => void
  readonly isReadOnly: boolean
}

/** One state beside another: what went and what came from the earlier to the later of the two. */
export const ReadChanges = memo(({ session, items, version, against, onAgainst, isReadOnly }: Props) => {
  const words = useWords()
  const { say } = words
  const { from, to, other } = choosePair(items, version, against)
  const comparison = useComparison(session.id, from.id, to.id, from !== to)
  const scroller = useRef<HTMLDivElement>(null)
  const onCopy = useCopyBack(session, comparison.data, scroller)
  const { data } = comparison
  return (
    <>
      <div className={styles.against}>
        <label>
          {say('Compared with')}{' '}
          <select
            className={styles.choice}
            value={other.id}
            onChange={(event) => onAgainst(event.target.value)}
          >
            {items
              .filter(({ id }) => id !== version)
              .map((item) => (
                <option key={item.id} value={item.id}>
                  {labelOf(item, words)}
                </option>
              ))}
          </select>
        </label>
        <span className={styles.legend}>
          {drawRich(
            words.rich(
              '<gone>gone</gone> <new>new</new> since {version}',
              {
                gone: (inside) => <span className={styles.gone}>{inside}</span>,
                new: (inside) => <span className={styles.new}>{inside}</span>,
              },
              { version: labelOf(from, words) },
            ),
          )}
        </span>
        <span className={styles.steps}>
          <IconButton label={say('Previous change')} onPress={() => goToChange(scroller.current, -1)}>
            <ArrowUp size={15} />
          </IconButton>
          <IconButton label={say('Next change')} onPress={() => goToChange(scroller.current, 1)}>
            <ArrowDown size={15} />
          </IconButton>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={say('What changed')}>
        {comparison.isError && (
          <p role="alert" className={styles.trouble}>
            {sentenceOf(comparison.error)}
          </p>
        )}
        {from === to && <p className={styles.trouble}>{say('There is only one version to read.')}</p>}
        {data && from !== to && <Changes comparison={data} onCopy={isReadOnly ? undefined : onCopy} />}
      </section>
    </>
  )
})

/** The two states in the order of time. Now is compared with what was before it, everything else with now. */
function choosePair(items: readonly HistoryItem[], version: string, against: string | undefined) {
  const place = (id: string | undefined) => items.findIndex((item) => item.id === id)
  const index = Math.max(0, place(version))
  const wanted = against === version ? -1 : place(against)
  const otherIndex = wanted !== -1 ? wanted : index === 0 ? Math.min(1, items.length - 1) : 0
  const [from, to] = [items[Math.max(index, otherIndex)], items[Math.min(index, otherIndex)]]
  const other = items[otherIndex]
  if (from === undefined || to === undefined || other === undefined) throw new Error('a post has a present')
  return { from, to, other }
}

/** Puts a paragraph into the editor's text, as an edit of the writer's own. */
function useCopyBack(
  session: DraftSession,
  comparison: Comparison | undefined,
  scroller: RefObject<HTMLElement | null>,
) {
  const { say } = useWords()
  const handle = useDeskHandle()
  const notify = useNotices()
  return useCallback(
    (paragraph: ComparedParagraph) => {
      const { editor } = handle.current
      if (comparison === undefined || editor === undefined) return
      const later = comparison.body.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')
      const { at, insert } = copyBack(paragraph, later, session.body.toString())
      session.undo.stopCapturing()
      editor.dispatch({
        changes: { from: at, insert },
        selection: { anchor: at + insert.length },
        userEvent: 'input.paste',
      })
      session.undo.stopCapturing()
      // The button goes with the difference.
      scroller.current?.focus()
      notify({
        text: say('The paragraph is in the text again.'),
        action: { label: say('Undo'), run: () => void session.undo.undo() },
      })
    },
    [comparison, handle, notify, session, scroller, say],
  )
}

/** Scrolls to the change after, or before, what is in the upper part of the view. */
function goToChange(scroller: HTMLElement | null, direction: 1 | -1): void {
  if (scroller === null) return
  const top = scroller.getBoundingClientRect().top
  const places = [...scroller.querySelectorAll<HTMLElement>('[data-kind]:not([data-kind="same"])')].map(
    (element) => element.getBoundingClientRect().top - top - scroller.clientHeight / 4,
  )
  const next =
    direction === 1 ? places.find((place) => place > 4) : places.filter((place) => place < -4).at(-1)
  if (next !== undefined) scroller.scrollBy({ top: next })
}
