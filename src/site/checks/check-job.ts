import type { ErrorCode, PostId } from '../../document'
import type { Finding } from './finding'

/** What the worker of checks is asked; plain data. */
export type CheckQuestion = { readonly kind: 'site' } | { readonly kind: 'post'; readonly post: PostId }

/** What it answers. */
export type CheckAnswer =
  | { readonly id: number; readonly kind: 'found'; readonly findings: readonly Finding[] }
  | {
      readonly id: number
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly cause: string
    }
