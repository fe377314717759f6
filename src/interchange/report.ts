/** Something that was left out or changed, and why: a sentence for the writer. */
export interface Remark {
  /** The file, as it lies in the folder, with `/` between names. */
  readonly path: string
  readonly reason: string
}

/** What an import did. */
export interface ImportReport {
  /** Posts that are new. */
  imported: number
  /** Posts whose file had changed. */
  updated: number
  /** Files that were there already and have not changed. */
  unchanged: number
  skipped: Remark[]
  /** Files taken in as assets, for the posts that are new or changed. */
  assets: number
  /** What came in, but not quite as it was. */
  warnings: Remark[]
}

/** Progress of an import; `total` is 0 while it isn't known. */
export interface ImportProgress {
  readonly step: string
  readonly done: number
  readonly total: number
}
