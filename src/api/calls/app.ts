import { basename, dirname, join } from 'node:path'
import type { House, Implementer } from './house'

/** What a shell says of itself. */
export interface ApplicationInfo {
  readonly version: string
  readonly shell: 'electron' | 'browser'
}

/** What a screen has to know of its shell. */
export function appCalls(os: Implementer, { library }: House, { version, shell }: ApplicationInfo) {
  return {
    app: {
      info: os.app.info.handler(() => ({
        version,
        shell,
        libraryPath: library.path,
        siteId: library.siteId(),
        epoch: library.device,
        suggestedExportFolder: join(dirname(library.path), `${basename(library.path)} Site`),
      })),
    },
  }
}
