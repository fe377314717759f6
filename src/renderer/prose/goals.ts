import { useCallback, useEffect, useState } from 'react'
import { readPreference, usePreference, writePreference } from '../app/preferences'
import type { DraftSession } from '../drafts/draft-session'

/** What the writer set out to write, 0 where nothing; in the post's document, so that it goes with the post. */
export function usePostGoal(session: DraftSession): readonly [number, (words: number) => void] {
  const { doc } = session
  const [goal, setGoal] = useState(0)
  useEffect(() => {
    const desk = doc.getMap('desk')
    const read = () => {
      const value = desk.get('goal')
      setGoal(typeof value === 'number' && value > 0 ? value : 0)
    }
    read()
    desk.observe(read)
    return () => desk.unobserve(read)
  }, [doc])
  const set = useCallback(
    (words: number) => {
      const desk = doc.getMap('desk')
      if (words > 0) desk.set('goal', Math.round(words))
      else desk.delete('goal')
    },
    [doc],
  )
  return [goal, set]
}

/** The words that were written on this machine on the day of `now`, those taken away again left out. */
export function useWordsOfDay(): number {
  const [written] = usePreference('writtenOfLate')
  return Math.max(0, wordsOf(written, new Date()))
}

/** Adds to the day's words; less than nothing when words were taken away. */
export function addWordsOfDay(words: number, now = new Date()): void {
  if (words === 0) return
  const sum = wordsOf(readPreference('writtenOfLate'), now) + words
  writePreference('writtenOfLate', `${dayOf(now)} ${sum}`)
}

/** @param written a day and a number */
export function wordsOf(written: string, now: Date): number {
  const [day, words] = written.split(' ')
  const count = Number(words)
  return day === dayOf(now) && Number.isFinite(count) ? count : 0
}

/** The day as the writer's clock has it. */
export function dayOf(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
