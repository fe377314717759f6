import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LonghandError } from '../../document'
import { importFolder } from '../../interchange'
import { type Exporter, findTheme, type ServedSite, serveSite, type ThemePlaces } from '../../site'
import { fullPath } from './full-path'
import type { House, Implementer } from './house'
import { streamJob } from './jobs'

/** Where the parts of the program that an export needs are. */
export interface PublishingFiles {
  readonly places: ThemePlaces
  readonly exporter: Exporter
  /** The sites that are being looked at, by where they stand and their folder; closed with the library. */
  readonly viewed: Map<string, ServedSite>
}

/** Posts out as a site, and in from a folder. */
export function publishingCalls(os: Implementer, house: House, files: PublishingFiles) {
  const { library } = house
  return {
    exports: {
      start: os.exports.start.handler(({ input, signal }) => {
        const out = fullPath(input.out)
        const { places, exporter } = files
        const themeFolder = findTheme(library.site().theme, places)
        const job = { libraryPath: library.path, out, themeFolder, force: input.force }
        return streamJob(house, signal, async (controls) => {
          rememberPermalink(library)
          const { warnings, ...result } = await exporter.run(job, controls)
          return { ...result, warnings: [...warnings] }
        })
      }),
      view: os.exports.view.handler(({ input }) => viewSite(house, files, fullPath(input.out))),
    },
    imports: {
      start: os.imports.start.handler(({ input, signal }) => {
        const path = fullPath(input.path)
        return streamJob(house, signal, (controls) => importFolder(library, path, controls))
      }),
    },
  }
}

/** Where posts will have stood, should the writer choose another permalink. */
function rememberPermalink(library: House['library']): void {
  const { permalink, formerPermalinks } = library.site()
  if (formerPermalinks.includes(permalink)) return
  library.setSite({ formerPermalinks: [...formerPermalinks, permalink].slice(-10) })
}

/** Serves an exported site, once however often it is asked for. Only what an export left is served. */
async function viewSite(
  { library }: House,
  { viewed }: PublishingFiles,
  out: string,
): Promise<{ url: string }> {
  if (!existsSync(join(out, '.longhand-site.json'))) {
    throw new LonghandError('not-found', `There is no exported site in ${out}.`)
  }
  const { baseUrl } = library.site()
  const { pathname } = baseUrl === '' ? { pathname: '/' } : new URL(baseUrl)
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`
  const open = viewed.get(`${path} ${out}`)
  if (open !== undefined) return { url: open.url }
  const site = await serveSite(out, path)
  viewed.set(`${path} ${out}`, site)
  return { url: site.url }
}
