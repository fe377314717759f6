import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesIn } from './folders.ts'

/** Attributes of HTML that name another page or file. */
const references = /<[a-z][^>]*?\s(?:href|src|poster)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
/** Attributes that name several, each with a width behind it. */
const candidates = /\ssrcset=(?:"([^"]*)"|'([^']*)')/gi
const ids = /\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi

/**
 * The references of an exported site that lead nowhere inside it: a missing file, or a missing place in a
 * page. Each as `page → reference`. References to other sites are not followed.
 * @param base where the site will live (`/`, or a path such as `/blog/`)
 * @param origin of the site (`https://example.org`): whole addresses in pages, feeds and the sitemap are followed too
 */
export async function deadLinks(site: string, base = '/', origin?: string): Promise<string[]> {
  const files = new Set(await filesIn(site))
  const read = async (wanted: RegExp) => {
    const names = [...files].filter((file) => wanted.test(file))
    return new Map(
      await Promise.all(names.map(async (file) => [file, await readFile(join(site, file), 'utf8')] as const)),
    )
  }
  const pages = await read(/\.html$/)
  const places = new Map([...pages].map(([page, source]) => [page, new Set(matches(source, ids))]))
  const dead: string[] = []
  for (const [page, source] of pages) {
    const address = new URL(base + page.replace(/(^|\/)index\.html$/, '$1'), 'http://site.invalid')
    for (const reference of new Set([...matches(source, references), ...sourceSets(source)])) {
      if (!leadsSomewhere(reference, address, base, files, places)) dead.push(`${page} → ${reference}`)
    }
  }
  if (origin === undefined) return dead.sort()
  const home = new URL(base, 'http://site.invalid')
  for (const [file, source] of [...pages, ...(await read(/^(?!_).*\.(xml|json|txt|webmanifest)$/))]) {
    for (const address of wholeAddresses(source, origin, base)) {
      if (!leadsSomewhere(address.slice(origin.length), home, base, files, places))
        dead.push(`${file} → ${address}`)
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
  // A site whose addresses end without a slash has its pages beside the folders.
  const file = [path === '' || path.endsWith('/') ? `${path}index.html` : path, `${path}.html`].find((it) =>
    files.has(it),
  )
  if (file === undefined) return false
  const place = decodeURIComponent(target.hash.slice(1))
  return place === '' || places.get(file)?.has(place) !== false
}

const sourceSets = (source: string) =>
  matches(source, candidates).flatMap((list) =>
    list.split(',').map((one) => one.trim().split(/\s+/)[0] ?? ''),
  )

/** Every whole address of the site in a text, also where it stands escaped in XML or JSON. */
function wholeAddresses(source: string, origin: string, base: string): Set<string> {
  const plain = source.replace(/&(?:amp;)?(?:quot|#39|lt|gt);/g, ' ').replaceAll('&amp;', '&')
  const found = new Set<string>()
  for (let at = plain.indexOf(origin); at !== -1; at = plain.indexOf(origin, at + 1)) {
    const [address = ''] = /^[^\s"'<>()\\,]+/.exec(plain.slice(at)) ?? []
    // What stands beside the site on the same host is another's.
    if (address.startsWith(origin + base)) found.add(address)
  }
  return found
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
