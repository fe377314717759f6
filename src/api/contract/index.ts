/**
 * The calls that a screen can make, as types and schemas alone; runs anywhere. Handlers are in `../`.
 * It promises that every input is validated before a handler sees it, that every error has a code from
 * `ErrorCode` and a sentence for the writer, and that a call that streams ends when its signal aborts.
 */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import {
  idSchema,
  postFieldsSchema,
  postSchema,
  postSummarySchema,
  searchHitSchema,
  siteSettingsSchema,
  statusSchema,
} from '../../document'
import { backupsContract, repairContract } from './backups'
import { checksContract } from './checks'
import { drawingsContract } from './drawings'
import { historyContract, releasesContract } from './history'
import { linksContract } from './links'
import { filtersContract, listsContract, tagsContract, trashContract } from './lists'
import { mediaContract } from './media'
import { ownWordsContract } from './own-words'
import { replacingContract } from './replacing'
import { themesContract } from './themes'

export type { BackupComparison, BackupItem, BackupMade, BackupRestored, BackupState } from './backups'
export { bytesSerializer } from './bytes'
export type { SiteFinding } from './checks'
export type { Drawing } from './drawings'
export type { PostState, PostVersion } from './history'
export type { Backlink } from './links'
export type { MediaFilter, MediaItem, MediaUse } from './media'
export { menuSchema, type NativeMenu, type NativeMenuItem, type ShellAct } from './menu'
export type { PostMatches } from './replacing'
export {
  type FolderPurpose,
  folderPurposes,
  portMessage,
  type ShellBridge,
  type ShellNotices,
  type ShellRequests,
  type ShellSignals,
  type SystemSpelling,
} from './shell'
export type { PreviewedSite, SiteTheme, ThemeFinding, ThemeSetting } from './themes'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected')
const folder = z.string().min(1).max(4096)
const byId = z.object({ id: idSchema })

/** Progress of a long job. `total` is 0 while it isn't known. `leftMs`: how long it will take, where that is known. */
const progressSchema = z.object({
  step: z.string(),
  done: z.number(),
  total: z.number(),
  leftMs: z.number().optional(),
})
export type Progress = z.infer<typeof progressSchema>

const exportResultSchema = z.object({
  out: z.string(),
  pages: z.number(),
  written: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  bytes: z.number(),
  ms: z.number(),
  /** What the writer should know: links that lead nowhere, images that are missing, no base URL. */
  warnings: z.array(z.string()),
})
export type ExportResult = z.infer<typeof exportResultSchema>

const importReportSchema = z.object({
  imported: z.number(),
  updated: z.number(),
  /** Files that were there already and have not changed. */
  unchanged: z.number(),
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  assets: z.number(),
  /** What came in, but not quite as it was: `{ path, reason }`. */
  warnings: z.array(z.object({ path: z.string(), reason: z.string() })),
})
export type ImportReport = z.infer<typeof importReportSchema>

const exportEventSchema = z.discriminatedUnion('kind', [
  progressSchema.extend({ kind: z.literal('progress') }),
  exportResultSchema.extend({ kind: z.literal('done') }),
])
const importEventSchema = z.discriminatedUnion('kind', [
  progressSchema.extend({ kind: z.literal('progress') }),
  importReportSchema.extend({ kind: z.literal('done') }),
])

export const contract = {
  app: {
    /** What the screen has to know of its shell. */
    info: oc.output(
      z.object({
        version: z.string(),
        shell: z.enum(['electron', 'browser']),
        libraryPath: z.string(),
        /** Whether the library was born when the app started, with the sample in it: who is here is new. */
        isNew: z.boolean(),
        siteId: z.string(),
        /** Another one once a backup was put in the library's place: a screen then starts anew. */
        epoch: z.string(),
        /** Where an export goes when the writer hasn't chosen yet. */
        suggestedExportFolder: z.string(),
      }),
    ),
  },
  posts: {
    list: oc
      .input(
        z.object({
          status: statusSchema.optional(),
          tag: z.string().optional(),
          trashed: z.boolean().optional(),
        }),
      )
      .output(z.array(postSummarySchema)),
    search: oc
      .input(z.object({ query: z.string().max(1000), limit: z.number().int().min(1).max(500).optional() }))
      .output(z.array(searchHitSchema)),
    get: oc.input(byId).output(postSchema),
    /** A post by id or by slug. */
    find: oc.input(z.object({ name: z.string().min(1).max(300) })).output(postSchema),
    create: oc.input(postFieldsSchema.extend({ body: z.string().optional() })).output(postSummarySchema),
    set: oc.input(z.object({ id: idSchema, fields: postFieldsSchema })).output(postSummarySchema),
    /** Makes the Markdown source read `body`; the difference is applied as edits. */
    edit: oc.input(z.object({ id: idSchema, body: z.string() })).output(postSummarySchema),
    trash: oc.input(byId).output(postSummarySchema),
    restore: oc.input(byId).output(postSummarySchema),
    ...listsContract,
    ...linksContract,
  },
  tags: tagsContract,
  filters: filtersContract,
  ownWords: ownWordsContract,
  trash: trashContract,
  drafts: {
    /** The whole document as one Yjs update. */
    open: oc.input(byId).output(z.object({ state: bytes, seq: z.number() })),
    /**
     * Acknowledged after the commit. Refused (`busy`) when a backup was put in the library's place since the
     * screen read `epoch`: the edit belongs to a document that is not there any more.
     */
    append: oc
      .input(z.object({ id: idSchema, update: bytes, epoch: z.string().optional() }))
      .output(z.object({ seq: z.number() })),
    /** Every update after `after`, now and as they come. */
    changes: oc
      .input(z.object({ id: idSchema, after: z.number().int().min(0) }))
      .output(eventIterator(z.object({ seq: z.number(), update: bytes }))),
    /** Where the writer was in the post on this device, as `saveDesk` was told; null when nothing is kept. */
    desk: oc.input(byId).output(z.object({ state: bytes.nullable() })),
    saveDesk: oc.input(z.object({ id: idSchema, state: bytes })).output(z.object({})),
  },
  backups: backupsContract,
  history: historyContract,
  releases: releasesContract,
  replacing: replacingContract,
  library: {
    /** The ids of documents that changed, for as long as one listens. */
    changes: oc.output(eventIterator(z.object({ documents: z.array(z.string()), epoch: z.string() }))),
    /** Checks SQLite, the update log, the projection and the assets. */
    verify: oc.output(z.object({ ok: z.boolean(), posts: z.number(), problems: z.array(z.string()) })),
    repair: repairContract,
  },
  site: {
    get: oc.output(siteSettingsSchema),
    set: oc.input(siteSettingsSchema.partial()).output(siteSettingsSchema),
    ...checksContract,
    ...themesContract,
  },
  exports: {
    /** Exports the site; the last event is the result. Aborting it leaves the old site. */
    start: oc
      .input(z.object({ out: folder, force: z.boolean().optional() }))
      .output(eventIterator(exportEventSchema)),
    /** Serves an exported site on 127.0.0.1 so that it can be looked at, and says where. */
    view: oc.input(z.object({ out: folder })).output(z.object({ url: z.string() })),
  },
  imports: {
    /** Imports a folder of Markdown files; the last event is the report. */
    start: oc.input(z.object({ path: folder })).output(eventIterator(importEventSchema)),
  },
  assets: {
    add: oc
      .input(z.object({ name: z.string().min(1).max(255), bytes }))
      .output(z.object({ path: z.string(), type: z.string() })),
  },
  media: mediaContract,
  drawings: drawingsContract,
  folders: {
    /**
     * The folders inside a folder, for a shell without a native chooser: full paths, in reading order, hidden
     * ones left out. The home folder when none is named.
     */
    list: oc
      .input(z.object({ path: folder.optional() }))
      .output(z.object({ path: z.string(), parent: z.string().nullable(), folders: z.array(z.string()) })),
  },
}

/** The data of every error that reaches a screen: the code is oRPC's `code`, the sentence its `message`. */
export type Contract = typeof contract
