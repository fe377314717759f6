import type * as Y from 'yjs'
import type {
  Post,
  PostFields,
  PostId,
  PostStatus,
  PostSummary,
  SearchHit,
  SiteChange,
  SiteId,
  SiteSettings,
  TextPattern,
} from '../document'
import type { Backups } from './backup/backups'
import type { Batch } from './batch'
import type { Desks } from './desks'
import type { Filters } from './filters'
import type { FormerAddresses } from './former-addresses'
import type { History } from './history'
import type { Links } from './links/links'
import type { Lists } from './lists'
import type { Media } from './media'
import type { OwnWords } from './own-words'
import type { Relatable } from './related/related'
import type { Releases } from './releases'
import type { RepairItem } from './repair/repair-library'
import type { FoundMatches } from './replacing/post-matches'
import type { Replacing } from './replacing/replacing'
import type { TitleHit } from './search/search'
import type { Tagging } from './tagging'
import type { Trash } from './trash'

/** One acknowledged update of a document: `bytes` is a Yjs update (v1), `seq` counts from 1 per document. */
export interface LoggedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** A document as a screen opens it: its whole state as one Yjs update, and the number of the last update in it. */
export interface OpenedDraft {
  readonly state: Uint8Array
  readonly seq: number
}

/** What changed in the library, from this process or another. `documents` are ids of posts or of the site. */
export interface LibraryChange {
  readonly documents: readonly (PostId | SiteId)[]
}

/** An original file in the library, named by its SHA-256. */
export interface Asset {
  /** SHA-256 of the bytes, 64 hex digits */
  readonly hash: string
  /** The name in Markdown and on the site, unique: `media/diagram-3f2a91bc04de.png` without a slash before it. */
  readonly path: string
  readonly type: string
  readonly size: number
  /** pixels; null when it isn't an image that can be measured */
  readonly width: number | null
  readonly height: number | null
}

/** Which posts a list shows. Trashed posts are left out unless asked for. */
export interface PostFilter {
  readonly status?: PostStatus | undefined
  readonly tag?: string | undefined
  readonly trashed?: boolean | undefined
}

/** What `verify` found. `problems` are sentences that name what is damaged. */
export interface Verification {
  readonly ok: boolean
  readonly posts: number
  readonly problems: readonly string[]
}

/** What an import remembers of a file, so that the same file again changes nothing and a changed one merges. */
export interface ImportRecord {
  readonly post: PostId
  /** SHA-256, hex, over the file and the images and posts that it refers to */
  readonly fileHash: string
  /** The Yjs snapshot (encoded, v1) of the post just after the file came in. */
  readonly snapshot: Uint8Array
}

/** A post on the site without its text. */
export interface PublishedPost extends PostSummary {
  /** The same as long as the post says the same, its text included. */
  readonly digest: string
}

/** One consistent view of the whole library for an export; close it when done. */
export interface LibrarySnapshot {
  /** Another one as soon as anything is that the site shows; null while that can't be told. */
  stamp(): string | null
  /** Posts on the site, newest first, as they were released last; read one at a time. */
  publishedPosts(): IterableIterator<Post>
  /** The same without their texts, all at once. */
  published(): PublishedPost[]
  /** A post on the site by its id, as it was released last. */
  publishedPost(id: PostId): Post | undefined
  /** What makes posts on the site related to each other (`relatedPosts`), pages left out; in no order. */
  relatables(): Relatable[]
  /** Posts that are not on the site: drafts, outside the trash. */
  drafts(): PostSummary[]
  /** Any post by its id, as it reads now. */
  workingPost(id: PostId): Post | undefined
  /** Everything that posts may show, the newest first. */
  assets(): Asset[]
  site(): SiteSettings
  /** What tags say of themselves, by name. */
  tagDescriptions(): Readonly<Record<string, string>>
  /** Where posts stood before; only those that stood elsewhere. */
  formerAddresses(): ReadonlyMap<PostId, FormerAddresses>
  asset(path: string): Asset | undefined
  /** What was drawn of a diagram's source; undefined when it never was. */
  drawing(source: string): Asset | undefined
  /** The absolute path of an asset's file. */
  assetFile(asset: Asset): string
  close(): void
}

/** An open library. Every write is committed with `synchronous=FULL` before the call returns. */
export interface Library {
  /** Absolute path of the folder. */
  readonly path: string
  /** The id of this installation, which each update carries. Another one after a backup was restored in its place. */
  readonly device: string
  /** What other devices call this one. */
  readonly deviceName: string

  /** Posts without their text, newest date first. */
  posts(filter?: PostFilter): PostSummary[]
  /** A post by id or by slug, in the trash or not. */
  post(idOrSlug: string): Post | undefined
  /** Front matter of an import that Longhand has no use for. */
  extra(id: PostId): Readonly<Record<string, unknown>>
  /**
   * Births a post; a slug that is taken gets a number. Throws `bad-input` for fields that don't fit.
   */
  createPost(content: PostFields & { body?: string; extra?: Record<string, unknown> }): Post
  /** Sets fields of a post. Throws `not-found`; `bad-input` when the slug is another post's. */
  setPost(id: PostId, fields: PostFields): Post
  /** Makes the text read `body`, as the difference. */
  setBody(id: PostId, body: string): Post
  /** Runs edits on the post's document in one transaction and commits what they changed. */
  editPost(id: PostId, edit: (doc: Y.Doc) => void): Post
  /** A copy of the post's document with its whole history, for reading; edits to it go nowhere. */
  readDocument(id: PostId): Y.Doc
  trashPost(id: PostId): Post
  restorePost(id: PostId): Post
  /** Copies of the whole library, and bringing one back. */
  readonly backups: Backups
  /** Where the writer was in each post, on this device. */
  readonly desks: Desks
  /** Earlier states of posts: read, named, restored. */
  readonly history: History
  /** Originals, where they are used, and exchanging one everywhere. */
  readonly media: Media
  /** Giving a post's present state to the site, and taking it back. */
  readonly releases: Releases
  /** Makes the log of a post short, as happens by itself in a quiet moment. False when there is nothing to gain. */
  compact(id: PostId): boolean
  /** Which posts link to which. Links to a post follow when its slug is changed by one of the writes here. */
  readonly links: Links
  /** Parts of lists of posts, and how long they are. */
  readonly lists: Lists
  /** Changes to many posts at once, with what undoes them. */
  readonly batch: Batch
  readonly tagging: Tagging
  /** Searches kept under a name. */
  readonly filters: Filters
  /** What the writer added to the dictionary. */
  readonly ownWords: OwnWords
  /** What is deleted for good. */
  readonly trash: Trash
  /** Posts outside the trash that answer a query of the search language (docs/search.md), best first. */
  search(query: string, options?: { limit?: number }): SearchHit[]
  /** Posts outside the trash whose title has these letters in order, best first; without letters, edited last. */
  quickOpen(query: string, limit: number): TitleHit[]
  /** What matches a pattern in posts outside the trash: the first `limit` matches, and how many. Throws `bad-input`. */
  findMatches(pattern: TextPattern, limit: number): FoundMatches
  /** Replaces what was found, in many posts at once. */
  readonly replacing: Replacing
  /** Brings the search index up to what `most` more posts say. False when more are to be done. */
  catchUpIndex(most: number): boolean

  site(): SiteSettings
  siteId(): SiteId
  setSite(settings: SiteChange): SiteSettings

  openDraft(id: PostId): OpenedDraft
  /** Commits a Yjs update; returns its number. An update that adds nothing is not logged. Throws `bad-input` for bytes that are no update. */
  appendUpdate(id: PostId, update: Uint8Array): { seq: number }
  /** Updates after `seq`, in order. */
  updatesAfter(id: PostId, seq: number): LoggedUpdate[]
  /** Calls `listener` after each commit, by this process at once and by another within 250 ms. Returns a disposer. */
  onChange(listener: (change: LibraryChange) => void): () => void

  /** Keeps the bytes (once, however often they are added) and returns how to refer to them. */
  addAsset(bytes: Uint8Array, name: string): Asset
  asset(path: string): Asset | undefined
  /** Keeps, as an asset, what was drawn of a diagram's source. Throws `bad-input` for what is no SVG. */
  addDrawing(source: string, svg: string): Asset
  drawing(source: string): Asset | undefined
  assetFile(asset: Asset): string

  importRecord(root: string, path: string): ImportRecord | undefined
  saveImportRecord(root: string, path: string, record: ImportRecord): void
  /** Runs `work` so that all its writes are committed together or not at all. */
  transaction<Result>(work: () => Result): Result

  /** A consistent view for an export, on a connection of its own. */
  snapshot(): LibrarySnapshot
  verify(): Verification
  /**
   * Sets aside or mends what is damaged in the log, and builds everything else anew. What became of which post.
   * Keep a backup first (`repairOpen` does).
   */
  repair(): RepairItem[]
  /** Drops the projection and builds it again from the update log. */
  rebuildProjection(): void
  close(): void
}
