import { useCallback } from 'react'
import type { SiteFinding } from '../../api/contract'
import { useDispatch } from '../app/workspace'
import { useGoToLine } from '../desk/go-to-line'

/** Leads to where a finding is: its post is opened, with the cursor in its line; or to the site's settings. */
export function useGoToFinding(): (finding: SiteFinding) => void {
  const dispatch = useDispatch()
  const goToLine = useGoToLine()
  return useCallback(
    ({ post, line }) => {
      if (post === undefined) dispatch({ do: 'go', place: { kind: 'site' } })
      else goToLine(post.id, line)
    },
    [dispatch, goToLine],
  )
}
