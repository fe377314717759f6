import type { ErrorCode } from '../document'
import type { ExportProgress, ExportResult } from './export-site'
import type { ThemeFolders } from './themes/theme-files'

/** What an export is told to do; plain data, so that it can be sent to a worker. */
export interface ExportJob {
  readonly libraryPath: string
  readonly out: string
  /** What `findTheme` gave, or one folder. */
  readonly themeFolder: string | ThemeFolders
  readonly force?: boolean | undefined
  /** How many threads render; as many as the machine has cores when left out, up to four. */
  readonly threads?: number | undefined
}

/** What the worker says: progress, then once how it ended. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  /** Nothing new, but the worker isn't stuck: it waits for the disk. */
  | { readonly kind: 'alive' }
  /** It was cancelled in time: nothing of it will be on the site, though it has to tidy up yet. */
  | { readonly kind: 'cancelling' }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly cause: string }

/** From here on an export can't be cancelled any more. */
export const lastStep = 'Switching to the new site'

/** The only thing that the worker is told once it runs. */
export const cancelMessage = 'cancel'
