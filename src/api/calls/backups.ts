import { join } from 'node:path'
import type { AutomaticBackups } from '../../library'
import { toCallError } from '../call-errors'
import type { BackupState } from '../contract'
import { fullPath } from './full-path'
import { type House, type Implementer, openMailbox } from './house'
import { streamJob } from './jobs'

/** Copies of the library and bringing one back. */
export function backupCalls(os: Implementer, house: House, automatic: AutomaticBackups | undefined) {
  const { backups, path } = house.library
  return {
    backups: {
      list: os.backups.list.handler(() => {
        const folder = backups.folder()
        const isUsualFolder = folder === join(path, 'backups')
        try {
          return { folder, isUsualFolder, items: backups.list(), trouble: automatic?.state().trouble ?? null }
        } catch (error) {
          return { folder, isUsualFolder, items: [], trouble: toCallError(error, house.log).message }
        }
      }),
      state: os.backups.state.handler(({ signal }) => streamState(house, automatic, signal)),
      make: os.backups.make.handler(({ input: { file }, signal }) =>
        streamJob(house, signal, async (controls) => {
          const { warnings, ...made } =
            file === undefined
              ? await backups.make('manual', controls)
              : await backups.makeFile(fullPath(file), controls)
          return { ...made, warnings: [...warnings] }
        }),
      ),
      setFolder: os.backups.setFolder.handler(({ input: { folder } }) => {
        backups.setFolder(folder === null ? null : fullPath(folder))
        return { folder: backups.folder() }
      }),
      compare: os.backups.compare.handler(async ({ input, signal }) => {
        const { added, changed, missing } = await backups.compare(fullPath(input.file), { signal })
        return { added: [...added], changed: [...changed], missing: [...missing] }
      }),
      restore: os.backups.restore.handler(({ input, signal }) =>
        streamJob(house, signal, async (controls) => {
          const { warnings, ...restored } = await backups.restore(fullPath(input.file), controls)
          return { ...restored, warnings: [...warnings] }
        }),
      ),
    },
  }
}

function streamState(house: House, automatic: AutomaticBackups | undefined, signal: AbortSignal | undefined) {
  const states = openMailbox<BackupState>(house, signal, {
    onClose: () => stop?.(),
    merge: (_waiting, next) => next,
  })
  const stop = automatic?.listen((state) => states.post(state))
  if (automatic) states.post(automatic.state())
  return states.events
}
