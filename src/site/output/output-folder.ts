import type { WholeFile } from '../site-file'
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
  put(file: WholeFile, hash: string): Promise<Placed>
  /**
   * The hash of a file of this size that stands there by the word of the last export; undefined when there is
   * none. For files that are named by their content and may be large.
   */
  standing(file: string, size: number): Promise<string | undefined>
  /** Whether a file of the last export stands there as it left it, by size and time; never reads it. */
  stands(
    file: string,
    as: { readonly hash: string; readonly size: number; readonly modified: number },
  ): boolean
  /** The files below a folder (`a/`) that the last export left, by its own word. */
  listed(folder: string): readonly string[]
  /** What the file system says of a file of the site, after `commit`; undefined when it is gone already. */
  look(file: string): { readonly size: number; readonly modified: number } | undefined
  /** Makes the files the site. What the old site had and `files` has not is removed; says how many those were. */
  commit(files: Manifest): Promise<{ readonly removed: number }>
  discard(): Promise<void>
}
