import { basename, dirname, join } from 'node:path'
import type { House, Implementer } from './house'

/** What a shell says of itself. */
export interface ApplicationInfo {
  readonly version: string
  readonly shell: 'electron' | 'browser'
  /** Whether the library was born with this opening, with the sample in it. */
  readonly isNew?: boolean
}

/** What a screen has to know of its shell. */
export function appCalls(
  os: Implementer,
  { library }: House,
  { version, shell, isNew = false }: ApplicationInfo,
) {
  return {
    app: {
      info: os.app.info.handler(() => ({
        version,
        shell,
        libraryPath: library.path,
        isNew,
        siteId: library.siteId(),
        epoch: library.device,
        suggestedExportFolder: join(dirname(library.path), `${basename(library.path)} Site`),
      })),
    },
  }
}
