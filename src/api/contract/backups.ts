import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

const path = z.string().min(1).max(4096)
const post = z.object({ id: z.string(), title: z.string() })
const progress = z.object({
  kind: z.literal('progress'),
  step: z.string(),
  done: z.number(),
  total: z.number(),
})

const itemSchema = z.object({
  /** Full path. */
  file: z.string(),
  /** epoch ms */
  at: z.number(),
  /** `daily` ones come and go by themselves; the writer made `manual` ones. */
  kind: z.enum(['daily', 'manual', 'before-restore', 'before-repair', 'before-upgrade']),
  /** bytes; originals, which backups share, not counted */
  size: z.number(),
  posts: z.number(),
  /** Whether it opens and says what it holds. */
  ok: z.boolean(),
})
export type BackupItem = z.infer<typeof itemSchema>

const madeSchema = z.object({
  file: z.string(),
  /** bytes */
  size: z.number(),
  posts: z.number(),
  /** Sentences about originals that the library itself lacks. */
  warnings: z.array(z.string()),
})
export type BackupMade = z.infer<typeof madeSchema>

const stateSchema = z.object({
  /** When the last good one was made, epoch ms; null when there is none. */
  at: z.number().nullable(),
  /** Why the last automatic one failed, as a sentence; null when it did not. */
  trouble: z.string().nullable(),
})
export type BackupState = z.infer<typeof stateSchema>

const comparisonSchema = z.object({
  /** Posts that only the backup has: they would come back. */
  added: z.array(post),
  /** Posts that read otherwise in the backup. */
  changed: z.array(post),
  /** Posts that only the present library has: they would be gone. */
  missing: z.array(post),
})
export type BackupComparison = z.infer<typeof comparisonSchema>

const restoredSchema = z.object({
  /** The backup of what was there before. */
  aside: z.string(),
  posts: z.number(),
  warnings: z.array(z.string()),
})
export type BackupRestored = z.infer<typeof restoredSchema>

const repairSchema = z.object({
  ok: z.boolean(),
  posts: z.number(),
  /** What is left damaged, as sentences. */
  problems: z.array(z.string()),
  repaired: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(['whole', 'older', 'parts-missing', 'lost']),
      message: z.string(),
    }),
  ),
  /** The backup that keeps what was there before; null when nothing was to be done. */
  setAside: z.string().nullable(),
})

/**
 * Repairs what is damaged in the open library; the last event is the report. A backup is made first, and screens hear of another `epoch` when
 * a post was damaged. A database with damaged pages has to be closed for that (`verify --repair`, or when the app opens it).
 */
export const repairContract = oc.output(
  eventIterator(z.discriminatedUnion('kind', [progress, repairSchema.extend({ kind: z.literal('done') })])),
)

/** Copies of the library and bringing one back. */
export const backupsContract = {
  /** Those of this library in its backup folder, newest first. `trouble` says why the folder can't be read. */
  list: oc.output(
    z.object({
      folder: z.string(),
      isUsualFolder: z.boolean(),
      items: z.array(itemSchema),
      trouble: z.string().nullable(),
    }),
  ),
  /** How it stands with automatic backups, now and whenever that changes. */
  state: oc.output(eventIterator(stateSchema)),
  /**
   * Makes one now and checks it; the last event is the result. `file`: one file that is the whole library, with
   * its originals, as `longhand backup` makes it; left out, it goes into the backup folder.
   */
  make: oc
    .input(z.object({ file: path.optional() }))
    .output(
      eventIterator(z.discriminatedUnion('kind', [progress, madeSchema.extend({ kind: z.literal('done') })])),
    ),
  /** Backups go there from now on; null: the folder `backups` in the library. Kept per device. */
  setFolder: oc.input(z.object({ folder: path.nullable() })).output(z.object({ folder: z.string() })),
  /** Checks a backup and says how it differs from the library. */
  compare: oc.input(z.object({ file: path })).output(comparisonSchema),
  /**
   * Puts a backup in the place of the library; the last event is the result. What was there is kept aside first.
   * Every open screen hears of another `epoch` then and starts anew.
   */
  restore: oc
    .input(z.object({ file: path }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [progress, restoredSchema.extend({ kind: z.literal('done') })]),
      ),
    ),
}
