import { LonghandError } from '../../document'
import type { Library } from '../../library'
import type { SitePreview, ThemePlaces } from '../../site'
import type { Log } from '../log'
import { answerFile, answerText, notFound } from './answer'
import { assetContentType } from './content-type'
import { assetPolicy } from './policy'
import { decodeSegments } from './resolve-inside'
import { answerPage, answerScreenFile, type ScreenFiles } from './screen'
import { answerPreview, answerSite, answerSocial, answerThemeFile } from './theme'

export interface FileSources {
  readonly library: Library
  readonly log: Log
  readonly places: ThemePlaces
  readonly preview: () => Promise<SitePreview>
  /** Absent for a shell without a screen. */
  readonly screen: ScreenFiles | undefined
}

/**
 * Answers every GET and HEAD of a screen, the same in both shells: the page and its files, the library's
 * media, the preview of a post and of the site, and the theme's files. Never throws.
 */
export function createFetch(sources: FileSources): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answerText(405, 'Files are read only.', { Allow: 'GET, HEAD' })
    }
    try {
      return await route(sources, request)
    } catch (error) {
      if (error instanceof LonghandError && isAbsence.has(error.code)) return notFound()
      sources.log.error(`${new URL(request.url).pathname} could not be read.`, error)
      return answerText(500, 'This could not be read. The log says more.')
    }
  }
}

/** What a wrong address gives: there is no such post, or it isn't the id of one. */
const isAbsence = new Set(['not-found', 'bad-input'])

/** The renderer has a folder of that name too, which is asked for while it is being developed. */
const previewAddress = /^\/preview\/[0-9a-f-]{36}$/

/** Under the preview of the site everything is as below the site's own address. */
const mediaOfPreview = /^\/(?:site|look\/[a-z0-9-]+)(\/media\/.+)$/

async function route(sources: FileSources, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/media/')) return answerMedia(sources, request, pathname)
  if (sources.screen === undefined) return notFound()
  if (previewAddress.test(pathname)) {
    return answerPreview(sources.library, sources.places, sources.preview, pathname)
  }
  if (/^\/social\/[0-9a-f-]{36}$/.test(pathname)) {
    return answerSocial(sources.library, sources.places, pathname)
  }
  if (pathname.startsWith('/theme/')) return answerThemeFile(sources.library, sources.places, pathname)
  const media = mediaOfPreview.exec(pathname)
  if (media !== null) return answerMedia(sources, request, media[1] ?? '')
  if (/^\/(site|look)\//.test(pathname)) return answerSite(sources.preview, sources.places, pathname)
  return pathname === '/'
    ? answerPage(sources.screen, request)
    : answerScreenFile(sources.screen, request, pathname)
}

/** An asset by its name in Markdown (`media/diagram-3f2a91bc04de.png`), which carries its hash. */
async function answerMedia({ library }: FileSources, request: Request, pathname: string): Promise<Response> {
  const segments = decodeSegments(pathname)
  const asset = segments?.length === 2 ? library.asset(segments.join('/')) : undefined
  if (asset === undefined) return notFound()
  return answerFile(library.assetFile(asset), request, {
    'Content-Type': assetContentType(asset.type),
    'Content-Security-Policy': assetPolicy,
    'Cache-Control': 'private, max-age=31536000, immutable',
  })
}
