import type { DraftSession } from '../drafts/draft-session'
import type { DraftFields } from '../drafts/use-draft'

/** What a field of the inspector is given. */
export interface FieldProps {
  readonly session: DraftSession
  readonly fields: DraftFields
  readonly isReadOnly: boolean
}
