/**
 * The library: a folder with `library.sqlite` and `assets/`. It promises that
 *
 * 1. a write is on the disk (`synchronous=FULL`) when the call returns, or the call throws and nothing changed;
 * 2. the update log is the truth, append only and hash-chained; every other table can be rebuilt from it;
 * 3. two processes may use one library, and each hears of the other's commits;
 * 4. lists, search and export never load a document;
 * 5. a folder that isn't a library, a newer one or a damaged one is refused untouched.
 */

export { AutomaticBackups, type BackupState } from './backup/automatic'
export type { BackupItem, BackupKind } from './backup/backup-file'
export type { Comparison, RestoredInPlace } from './backup/backups'
export { type RestoreResult, restoreFolder } from './backup/restore-folder'
export { runBackupInWorker } from './backup/run-in-worker'
export type { BackupResult } from './backup/write-backup'
export type { BatchChange, BatchResult, BatchUndo } from './batch'
export { maxDeskBytes } from './desks'
export { drawingsAmong } from './drawings'
export type { FormerAddresses } from './former-addresses'
export type { Version, VersionReference } from './history'
export type {
  Asset,
  ImportRecord,
  Library,
  LibraryChange,
  LibrarySnapshot,
  LoggedUpdate,
  OpenedDraft,
  PostFilter,
  PublishedPost,
  Verification,
} from './library'
export type { Backlink } from './links/backlinks'
export { changePostReferences, findPostReferences } from './links/post-references'
export type { ListCounts, ListRequest } from './lists'
export { type OpenOptions, openLibrary } from './open-library'
export { type Relatable, relatedPosts } from './related/related'
export { type RepairReport, repairFolder, repairOpen } from './repair/repair-folder'
export type { RepairItem } from './repair/repair-library'
export type { FoundMatches, PostMatch } from './replacing/post-matches'
export type { PostReplacements, ReplaceResult } from './replacing/replacing'
export { type Finder, openFinder } from './search/finder'
export type { TitleHit } from './search/search'
export { assetFileIn, openSnapshot } from './snapshot'
export { storageError } from './storage-error'
export type { Tag } from './tagging'
