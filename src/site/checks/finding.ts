import type { PostId } from '../../document'

type FindingCode =
  | 'base-url'
  | 'canonical'
  | 'contrast'
  | 'dead-anchor'
  | 'dead-link'
  | 'empty-heading'
  | 'empty-summary'
  | 'feed'
  | 'heading-order'
  | 'insecure-link'
  | 'large-image'
  | 'large-page'
  | 'many-images'
  | 'menu'
  | 'missing-alt'
  | 'missing-image'
  | 'missing-title'
  | 'same-slug'
  | 'same-title'
  | 'security-contact'
  | 'tag-case'

/** An `error` is broken for readers, a `warning` makes the site worse, a `note` is a choice to look at. */
type Severity = 'error' | 'warning' | 'note'

/** Something about the site that its writer may want to put right; plain data. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: Severity
  /** The post or page that it is in; left out when it is about the whole site. */
  readonly post?: { readonly id: PostId; readonly slug: string; readonly title: string }
  /** Where in the Markdown source, from 1; left out when it is no place in the text. */
  readonly line?: number
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do about it, in a sentence. */
  readonly fix: string
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** The worst first; findings that are alike stay in the order in which they were found. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])
}
