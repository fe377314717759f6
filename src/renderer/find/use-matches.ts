import { useEffect, useState } from 'react'
import { useLiveValue } from '../app/live-value'
import { countMatches, type Matches, selectedMatch } from './count-matches'
import type { OpenFind } from './find-in-post'

/** What the panel says about the matches; undefined until they are counted. */
export interface MatchCount {
  readonly total: number
  readonly isCut: boolean
  /** Which of them is selected, from 1; 0 when none is. */
  readonly selected: number
}

/** After this much rest the text is searched again. */
const restMs = 200

/** How many matches there are, followed at a distance: typing never waits for it. */
export function useMatches({ view, query: live, subscribe }: OpenFind): MatchCount | undefined {
  const query = useLiveValue(live)
  const [count, setCount] = useState<MatchCount>()
  useEffect(() => {
    let matches: Matches | undefined
    let stop: (() => void) | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      if (matches === undefined) return
      const { starts, isCut } = matches
      setCount({ total: starts.length, isCut, selected: selectedMatch(matches, view.state.selection.main) })
    }
    const search = () => {
      stop?.()
      stop = countMatches(view.state, query, (found) => {
        matches = found
        show()
      })
    }
    const later = (act: () => void, ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(act, ms)
    }
    if (query.search === '') setCount(undefined)
    else search()
    const leave = subscribe(({ docChanged }) => {
      if (query.search === '') return
      if (docChanged) matches = undefined
      later(matches === undefined ? search : show, matches === undefined ? restMs : 30)
    })
    return () => {
      leave()
      stop?.()
      clearTimeout(timer)
    }
  }, [view, query, subscribe])
  return count
}
