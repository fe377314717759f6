import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesIn } from './folders.ts'

/** Attributes of HTML that name another page or file. */
const references = /<[a-z][^>]*?\s(?:href|src|poster|srcset)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
const ids = /\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi

/**
 * The references of an exported site that lead nowhere inside it: a missing file, or a missing place in a
 * page. Each as `page → reference`. References to other sites are not followed.
 * @param base where the site will live (`/`, or a path such as `/blog/`)
 */
export async function deadLinks(site: string, base = '/'): Promise<string[]> {
  const files = new Set(await filesIn(site))
  const pages = [...files].filter((file) => file.endsWith('.html'))
  const sources = new Map(
    await Promise.all(pages.map(async (page) => [page, await readFile(join(site, page), 'utf8')] as const)),
  )
  const places = new Map([...sources].map(([page, source]) => [page, new Set(matches(source, ids))]))
  const dead: string[] = []
  for (const [page, source] of sources) {
    const address = new URL(base + page.replace(/(^|\/)index\.html$/, '$1'), 'http://site.invalid')
    for (const reference of new Set(matches(source, references))) {
      if (!leadsSomewhere(reference, address, base, files, places)) dead.push(`${page} → ${reference}`)
    }
  }
  return dead.sort()
}

function leadsSomewhere(
  reference: string,
  from: URL,
  base: string,
  files: ReadonlySet<string>,
  places: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const target = URL.parse(reference, from.href)
  if (target === null) return false
  if (target.host !== from.host) return /^(https?|mailto|tel|data):$/.test(target.protocol)
  if (!target.pathname.startsWith(base)) return false
  const path = decodeURIComponent(target.pathname.slice(base.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  if (!files.has(file)) return false
  const place = decodeURIComponent(target.hash.slice(1))
  return place === '' || places.get(file)?.has(place) !== false
}

/** The first group that matched, each time, with the entities of HTML read. */
function matches(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
}
