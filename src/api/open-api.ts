import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { WebSocket } from 'ws'
import { AutomaticBackups, type Library, openFinder, openLibrary, runBackupInWorker } from '../library'
import { createExporter, loadPreviews, openChecks, type SitePreview } from '../site'
import { toCallError } from './call-errors'
import type { House } from './calls/house'
import type { PublishingFiles } from './calls/publishing'
import { themePlaces } from './calls/themes'
import type { Contract } from './contract'
import { createFetch } from './files/fetch'
import type { Log } from './log'
import { createRouter } from './router'
import { importStarter } from './starter'
import { createTransports } from './transports'

export interface ApiOptions {
  /** The library's folder. */
  readonly libraryPath: string
  /** Makes a library where there is none; left out, a folder that isn't a library is refused. */
  readonly create?: boolean
  /** Whether a library made now gets the starter posts; shells with a screen want them. */
  readonly starter?: boolean
  /** The folder with `themes/` and `starter/`. */
  readonly resources: string
  /** The renderer's build; left out by a shell without a screen. */
  readonly rendererFolder?: string
  /** Where the renderer's files come from while it is being developed, instead of its build. */
  readonly rendererUrl?: string
  /** The built file of the export's worker. */
  readonly siteWorker: string
  /** Whether an export will be asked for at once: its worker is then started while the library is opened. */
  readonly exportsSoon?: boolean
  /** The built file of the search's worker; left out, searches run on this thread. */
  readonly libraryWorker?: string | undefined
  /** The built file of the worker that checks the site; left out, this thread does. */
  readonly checkWorker?: string | undefined
  /** The built file of the worker that makes backups; left out, they are made on this thread. */
  readonly backupWorker?: string
  /** Makes a backup a day by itself; shells with a screen want them. */
  readonly automaticBackups?: boolean
  readonly shell: 'electron' | 'browser'
  readonly version: string
  readonly log: Log
}

/** The same calls in the same process, with the same validation and the same errors (`ORPCError`). */
export type Client = ContractRouterClient<Contract>

/** One open library with its calls. */
export interface Api {
  readonly libraryPath: string
  readonly client: Client
  /** Answers calls over a port until it closes; the shell starts the port. */
  upgradePort(port: SupportedMessagePort): void
  /** Answers calls over a socket until it closes; the shell has checked who is at its other end. */
  upgradeWebSocket(socket: WebSocket): void
  /** Answers the GET and HEAD requests of a screen. Never throws. */
  fetch(request: Request): Promise<Response>
  /** Cancels jobs and waits for them, ends streams, closes the library. May be called twice. */
  close(): Promise<void>
}

/**
 * Opens the library and binds the calls to it. Throws what `openLibrary` throws; then nothing stays open.
 */
export async function openApi(options: ApiOptions): Promise<Api> {
  const { log, resources, shell, version, rendererFolder, rendererUrl } = options
  const exporter = createExporter(options.siteWorker)
  if (options.exportsSoon === true) exporter.prepare()
  const isNew = !existsSync(join(options.libraryPath, 'library.sqlite'))
  const library = await orClose(exporter, () =>
    openLibrary(options.libraryPath, {
      create: options.create ?? false,
      ...(options.backupWorker === undefined ? {} : { runBackup: runBackupInWorker(options.backupWorker) }),
    }),
  )
  if (isNew && options.starter) await importStarter(library, resources, log)
  // Whoever looks at the trash reads when its posts go; a command that runs by itself deletes nothing.
  if (rendererFolder !== undefined || rendererUrl !== undefined) library.trash.emptyOld()
  const closing = new AbortController()
  const viewed: PublishingFiles['viewed'] = new Map()
  const finder = openFinder(library, options.libraryWorker)
  const house: House = { library, finder, log, closing: closing.signal, jobs: new Set() }
  const places = themePlaces(resources, library.path)
  let preview: Promise<SitePreview> | undefined
  const siteFiles = {
    places,
    preview: () => {
      preview ??= loadPreviews().then((previews) => new previews.SitePreview(library, places))
      return preview
    },
  }
  const files = { places, exporter, viewed }
  const automatic = options.automaticBackups ? watchBackups(library, log) : undefined
  const checks = openChecks({ libraryPath: library.path, places }, options.checkWorker)
  const router = createRouter(
    house,
    { shell, version, isNew: isNew && options.starter === true },
    files,
    checks,
    siteFiles,
    automatic,
  )
  const transports = createTransports(router, log)
  const close = async () => {
    closing.abort()
    await automatic?.stop()
    await Promise.allSettled([...house.jobs, ...[...viewed.values()].map((site) => site.close())])
    await Promise.all([finder.close(), checks.close(), exporter.close()])
    const shown = await preview
    shown?.close()
    library.close()
  }
  let closed: Promise<void> | undefined
  return {
    libraryPath: library.path,
    client: createRouterClient(router),
    upgradePort: (port) => transports.port.upgrade(port),
    upgradeWebSocket: (socket) => void transports.socket.upgrade(socket),
    fetch: createFetch({
      library,
      log,
      ...siteFiles,
      screen: rendererFolder === undefined ? undefined : { folder: rendererFolder, url: rendererUrl },
    }),
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

function watchBackups({ backups }: Library, log: Log): AutomaticBackups {
  const automatic = new AutomaticBackups({
    backups,
    now: Date.now,
    onTrouble: () => log.error('The daily backup could not be made.'),
    explain: (error) => toCallError(error, log).message,
  })
  automatic.start()
  return automatic
}

/** When the library can't be opened nothing may stay open. */
async function orClose<Opened>(other: { close(): Promise<void> }, open: () => Opened): Promise<Opened> {
  try {
    return open()
  } catch (error) {
    await other.close()
    throw error
  }
}
