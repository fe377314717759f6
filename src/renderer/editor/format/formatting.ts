import type { Extension } from '@codemirror/state'
import { wrapping } from './wrapping'

/** Marks that are typed over a selection. The keys of the table are heard by the window (`commands/`). */
export const formatting: Extension = wrapping
