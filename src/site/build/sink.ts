import type { SiteFile } from '../site-file'

/** Where the files of a site go. */
export interface Sink {
  /** Leaves a file as the last export made it; false when it isn't there any more, or was made of something else. */
  keepPage(file: string, fingerprint: string): boolean
  /** The same of files that are made together: all or none. */
  keepAll(files: readonly string[], fingerprint: string): boolean
  /** The same of all that the last export left in a folder (`pagefind/`); false when that was nothing. */
  keepFolder(folder: string, fingerprint: string): boolean
  /** Whether the last export left anything in a folder. */
  hasFolder(folder: string): boolean
  /** @param made what the file was made of, and the hash of its bytes where they are known */
  take(file: SiteFile, made: { readonly fingerprint?: string; readonly hash?: string }): Promise<void>
  /** Says what is being done now. */
  step(name: string): void
  /** Says how many pages have to be rendered. */
  expect(pages: number): void
  /** Says how many pictures have to be made, after the pages. */
  expectThings(count: number): void
  /** Says that the next export has to look again, even where nothing has changed. */
  lookAgain(): void
  readonly signal: AbortSignal | undefined
}
