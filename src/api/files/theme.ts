import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { postId } from '../../document'
import type { Library } from '../../library'
import { findTheme, loadPreviews, type SitePreview, type ThemePlaces } from '../../site'
import { answerText, notFound } from './answer'
import { assetPolicy, commonHeaders, previewPolicy } from './policy'
import { decodeSegments } from './resolve-inside'

/** `/preview/<post id>`: the page of a post, with a mark where the screen puts the text as it is typed. */
export async function answerPreview(
  library: Library,
  places: ThemePlaces,
  preview: () => Promise<SitePreview>,
  path: string,
): Promise<Response> {
  const post = library.post(postId(path.slice('/preview/'.length)))
  if (post === undefined) return notFound()
  const site = library.site()
  const { previewPage } = await loadPreviews()
  const { patience } = await preview()
  const page = previewPage(post, site, {
    themeFolder: findTheme(site.theme, places),
    themeUrl: `/theme/${site.theme}/`,
    hasTags: library.tagging.list().length > 0,
    patience,
    asset: (asset) => library.asset(asset),
  })
  return answerText(200, withoutScripts(page), {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': previewPolicy,
  })
}

/** `/social/<post id>`: the picture that others show beside a link to the post. */
export async function answerSocial(library: Library, places: ThemePlaces, path: string): Promise<Response> {
  const post = library.post(postId(path.slice('/social/'.length)))
  const site = library.site()
  const { previewSocialImage } = await loadPreviews()
  const picture = post && (await previewSocialImage(post, site, findTheme(site.theme, places)))
  if (picture === undefined) return notFound()
  return new Response(new Uint8Array(picture), {
    headers: {
      ...commonHeaders,
      'Content-Type': 'image/png',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': assetPolicy,
    },
  })
}

/** `/theme/<theme>/<file>`: an asset of the theme by its plain name, with the site's settings in its styles. */
export async function answerThemeFile(
  library: Library,
  places: ThemePlaces,
  path: string,
): Promise<Response> {
  const [, theme, ...name] = decodeSegments(path) ?? []
  if (theme === undefined || !isThere(theme, places)) return notFound()
  const { themeFile } = await loadPreviews()
  const file = themeFile(findTheme(theme, places), name.join('/'), library.site().themeSettings)
  if (file === undefined) return notFound()
  return new Response(file.bytes, {
    headers: {
      ...commonHeaders,
      'Content-Type': file.type,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': assetPolicy,
    },
  })
}

/** `/site/<path>`: the site as it would be exported now; `/look/<theme>/<path>`: the same in another theme. */
export async function answerSite(
  preview: () => Promise<SitePreview>,
  places: ThemePlaces,
  pathname: string,
): Promise<Response> {
  const [, base = '', theme, rest = ''] = /^(\/site|\/look\/([a-z0-9-]+))(\/.*)$/.exec(pathname) ?? []
  if (base === '' || (theme !== undefined && !isThere(theme, places))) return notFound()
  const { status, type, body } = (await preview()).answer(decodePath(rest), `${base}/`, theme)
  return new Response(typeof body === 'string' ? withoutScripts(body) : body, {
    status,
    headers: {
      ...commonHeaders,
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': previewPolicy,
    },
  })
}

/** No script runs in a preview; a browser that isn't asked for one has nothing to complain of. */
const withoutScripts = (page: string) => page.replace(/<script [^>]*\bsrc=[^>]*><\/script>/g, '')

/** A name in an address is no reason to look elsewhere on the disk, and a wrong one is no trouble to log. */
const isThere = (theme: string, { shipped, own = shipped }: ThemePlaces) =>
  /^[a-z0-9][a-z0-9-]*$/.test(theme) &&
  [shipped, own].some((folder) => existsSync(join(folder, theme, 'theme.yaml')))

/** A path as the site has it. It is looked up among the site's own, never on the disk. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
