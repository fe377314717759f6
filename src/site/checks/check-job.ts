import type { ErrorCode, PostId } from '../../document'
import type { ThemeFinding } from '../themes/check-theme'
import type { Finding } from './finding'

/** What the worker of checks is asked; plain data. */
export type CheckQuestion =
  | { readonly kind: 'site' }
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'theme'; readonly name: string }

/** What there is to say of a site or a post, or of a theme; the other is empty. */
export interface Found {
  readonly findings: readonly Finding[]
  readonly ofTheme: readonly ThemeFinding[]
}

/** What it answers. */
export type CheckAnswer =
  | ({ readonly id: number; readonly kind: 'found' } & Found)
  | {
      readonly id: number
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly cause: string
    }
