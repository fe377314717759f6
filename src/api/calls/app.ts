import { basename, dirname, join } from 'node:path'
import { LonghandError } from '../../document'
import type { House, Implementer } from './house'

/** What a shell says of itself. */
export interface ApplicationInfo {
  readonly version: string
  readonly shell: 'electron' | 'browser'
}

/** An image of a modern camera has 5–20 MB; more than this would not go through a socket in one piece. */
const maxAssetBytes = 40 * 1024 * 1024

/** What a screen has to know of its shell, and the files that it brings in. */
export function appCalls(os: Implementer, { library }: House, { version, shell }: ApplicationInfo) {
  return {
    app: {
      info: os.app.info.handler(() => ({
        version,
        shell,
        libraryPath: library.path,
        siteId: library.siteId(),
        suggestedExportFolder: join(dirname(library.path), `${basename(library.path)} Site`),
      })),
    },
    assets: {
      add: os.assets.add.handler(({ input: { name, bytes } }) => {
        if (bytes.length > maxAssetBytes) {
          throw new LonghandError('bad-input', `“${name}” is larger than 40 MB and was not added.`)
        }
        const { path, type } = library.addAsset(bytes, name)
        return { path, type }
      }),
    },
  }
}
