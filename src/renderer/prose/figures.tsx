import { lazy, Suspense, useEffect, useState } from 'react'
import { Button, DialogTrigger, Meter, Popover } from 'react-aria-components'
import { readingMinutes } from '../../document'
import { type LiveValue, useLiveValue, useRestedValue } from '../app/live-value'
import { usePreference } from '../app/preferences'
import { useDeskHandle } from '../desk/desk-handle'
import type { DraftSession } from '../drafts/draft-session'
import type { CursorPosition } from '../editor/editor'
import type { LiveRendering } from '../preview/use-rendering'
import { useWords } from '../words/words'
import styles from './figures.module.css'
import { addWordsOfDay, usePostGoal, useWordsOfDay } from './goals'
import type { OpenProse } from './prose-reader'
import type { Counts } from './text/counts'
import { useProse } from './use-prose'

const FigureDetails = lazy(async () => ({ default: (await import('./figure-details')).FigureDetails }))

interface Props {
  readonly session: DraftSession
  /** Knows the words before the text was read as prose. */
  readonly rendering: LiveRendering
  readonly position: LiveValue<CursorPosition>
}

/** In the status bar: how long the post is, or what is marked of it; a press tells more and sets goals. */
export function Figures({ session, rendering, position }: Props) {
  const { say } = useWords()
  const prose = useProse(session)
  const counts = useLiveValue(prose.reading)?.counts
  const rendered = useRestedValue(rendering)?.words
  const marked = useMarked(prose, position)
  useWordsWritten(prose)
  const words = counts?.words ?? rendered
  if (words === undefined) return null
  return (
    <>
      <DialogTrigger>
        <Button className={styles.button ?? ''} data-figures>
          {marked === undefined
            ? say('{count, plural, one {# word} other {# words}}', { count: words })
            : say('{marked, number} of {count, plural, one {# word} other {# words}}', {
                marked: marked.words,
                count: words,
              })}
        </Button>
        <Popover className={styles.popover ?? ''} placement="top start" offset={4}>
          <Suspense>
            <FigureDetails session={session} counts={counts} marked={marked} />
          </Suspense>
        </Popover>
      </DialogTrigger>
      {words > 0 && (
        <span className={styles.minutes}>
          {say('{minutes, number} min read', { minutes: readingMinutes(words) })}
        </span>
      )}
      <Goals session={session} words={words} />
    </>
  )
}

/** How far the writer is, of what they set out to write. */
function Goals({ session, words }: { readonly session: DraftSession; readonly words: number }) {
  const { say } = useWords()
  const [goal] = usePostGoal(session)
  const [dailyGoal] = usePreference('dailyGoal')
  const today = useWordsOfDay()
  return (
    <>
      {goal > 0 && <Progress label={say('Goal for this post')} done={words} goal={goal} />}
      {dailyGoal > 0 && <Progress label={say('Goal for today')} done={today} goal={dailyGoal} />}
    </>
  )
}

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly goal: number
}

function Progress({ label, done, goal }: ProgressProps) {
  const { say } = useWords()
  const text = say('{done, number} of {goal, number} words', { done, goal })
  return (
    <Meter
      className={styles.goal ?? ''}
      aria-label={label}
      value={Math.min(done, goal)}
      maxValue={goal}
      valueLabel={text}
      data-reached={done >= goal || undefined}
    >
      <span title={`${label}: ${text}`} style={{ inlineSize: `${Math.min(100, (100 * done) / goal)}%` }} />
    </Meter>
  )
}

/** A pause after which what is marked is counted. */
const restMs = 200

/** What is marked in the text; undefined while nothing is. */
function useMarked(prose: OpenProse, position: LiveValue<CursorPosition>): Counts | undefined {
  const desk = useDeskHandle()
  const [marked, setMarked] = useState<Counts>()
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = async () => {
      const { from = 0, to = 0 } = desk.current.editor?.state.selection.main ?? {}
      const counts = from === to ? undefined : await prose.count(from, to)
      if (isHere) setMarked(counts)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void count(), restMs)
    }
    const stops = [position.subscribe(later), prose.reading.subscribe(later)]
    return () => {
      isHere = false
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [prose, position, desk])
  return marked
}

/** Adds what is written to the words of the day. */
function useWordsWritten(prose: OpenProse): void {
  useEffect(() => {
    let before = prose.reading.get()?.counts.words
    return prose.reading.subscribe(() => {
      const words = prose.reading.get()?.counts.words
      if (words !== undefined && before !== undefined) addWordsOfDay(words - before)
      before = words
    })
  }, [prose])
}
