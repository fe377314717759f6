import { type RepairReport, type RestoreResult, repairFolder, restoreFolder } from '../library'
import type { Progress } from './contract'

export type { RepairReport } from '../library'

/** Makes a library of a backup in a folder that is absent or empty. Throws `LonghandError`. */
export function restoreBackup(
  file: string,
  folder: string,
  controls: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
): Promise<RestoreResult> {
  return restoreFolder(file, folder, controls)
}

/** Checks a library that is not open, or can't be opened, and repairs what is damaged. Throws `LonghandError`. */
export function repairLibrary(folder: string): Promise<RepairReport> {
  return repairFolder(folder)
}
