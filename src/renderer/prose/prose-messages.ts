import type { RuleId } from './hints/rules'
import type { Counts } from './text/counts'
import type { PrivateComment, ProseHeading } from './text/prose'

/** What the worker checks by. */
export interface ProseSettings {
  /** The writer's own words. */
  readonly ownWords: readonly string[]
  readonly silencedRules: readonly RuleId[]
}

/** A word that no dictionary knows. */
export interface Mistake {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** A hint about style, with its places in the source. */
export interface Hint {
  readonly rule: RuleId
  readonly from: number
  readonly to: number
  readonly actual: string
  readonly expected: readonly string[]
}

/** What was read of a text at once. */
export interface ProseReading {
  readonly counts: Counts
  readonly headings: readonly ProseHeading[]
  readonly comments: readonly PrivateComment[]
}

/** What was found in a text a while later. */
export interface ProseFindings {
  readonly mistakes: readonly Mistake[]
  readonly hints: readonly Hint[]
}

export type ProseRequest =
  | { readonly kind: 'settings'; readonly settings: ProseSettings }
  /**
   * `language`: of the post, by which hints go. `languages`: those whose spelling is right, by the names of
   * `dictionaryFiles`; none checks no spelling.
   */
  | {
      readonly kind: 'read'
      readonly post: string
      readonly version: number
      readonly source: string
      readonly language: string
      readonly languages: readonly string[]
    }
  | { readonly kind: 'forget'; readonly post: string }
  | {
      readonly kind: 'count'
      readonly call: number
      readonly post: string
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'suggest'; readonly call: number; readonly word: string }

export type ProseAnswer =
  | { readonly kind: 'read'; readonly post: string; readonly version: number; readonly reading: ProseReading }
  | {
      readonly kind: 'checked'
      readonly post: string
      readonly version: number
      readonly findings: ProseFindings
    }
  | { readonly kind: 'counted'; readonly call: number; readonly counts: Counts }
  | { readonly kind: 'suggested'; readonly call: number; readonly words: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string }

/** The dictionary that knows no word: the system judges those that are left. */
export const systemLanguage = 'system'
