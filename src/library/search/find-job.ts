import type { ErrorCode, SearchHit, TextPattern } from '../../document'
import type { FoundMatches } from '../replacing/post-matches'
import type { TitleHit } from './search'

/** What the worker of searches is asked; plain data. */
export interface FindJob {
  readonly id: number
  readonly kind: 'search' | 'quickOpen'
  readonly query: string
  readonly limit: number
}

/** Asks for what matches a pattern, of a worker that has nothing else to do. */
export interface MatchJob {
  readonly id: 0
  readonly kind: 'matches'
  readonly pattern: TextPattern
  readonly limit: number
}

/** What it answers. */
export type FindAnswer =
  | { readonly id: number; readonly kind: 'search'; readonly hits: SearchHit[] }
  | { readonly id: number; readonly kind: 'quickOpen'; readonly hits: TitleHit[] }
  | { readonly id: 0; readonly kind: 'matches'; readonly found: FoundMatches }
  | {
      readonly id: number
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly cause: string
    }

/** Asks it to close its connection and end. */
export const closeMessage = 'close'
