import type { SiteFile } from '../site-file'
import type { Manifest } from './manifest'

/** Whether a file of the site had to be written or stood there already. */
export type Placed = 'written' | 'unchanged'

/**
 * A folder that is about to become, or to be brought up to, a site. Nothing that a reader of the folder can
 * see changes before `commit`; after `discard` it is as if the export had never begun. Call one of the two.
 */
export interface OutputFolder {
  /** Absolute, with links followed. */
  readonly path: string
  /** Takes one file. Files may be put at the same time, each path once. */
  put(file: SiteFile, hash: string): Promise<Placed>
  /** Makes the files the site. What the old site had and `files` has not is removed; says how many those were. */
  commit(files: Manifest): Promise<{ readonly removed: number }>
  discard(): Promise<void>
}
