import { decodePath, fileOf, hrefOf, urlOf } from './addresses'
import { escapeText } from './escape'
import type { PlannedPost, SitePlan } from './plan'
import type { SiteFile } from './site-file'
import { directionOf } from './site-values'

/**
 * What leads from where posts stood to where they stand: a page at each old path, for hosts that only serve
 * files; the list that Netlify and Cloudflare read (`_redirects`), and one for nginx. Apache's is in `.htaccess`
 * (`headerFiles`). Nothing when no post has moved.
 */
export function redirectFiles(plan: SitePlan): SiteFile[] {
  if (plan.redirects.size === 0) return []
  const moves = movesOf(plan)
  return [
    ...[...plan.redirects].map(
      ([from, post]): SiteFile => ({
        kind: 'page',
        file: fileOf(plan.address, from),
        content: redirectPage(plan, post),
      }),
    ),
    {
      kind: 'text',
      file: '_redirects',
      content: moves.map(({ from, to }) => `${from} ${to} 301\n`).join(''),
    },
    { kind: 'text', file: 'nginx-redirects.conf', content: nginxMap(plan, moves) },
  ]
}

/** One address that leads to another, both percent-encoded. */
interface Move {
  readonly from: string
  readonly to: string
}

/** With and without a slash at the end, since hosts differ in whether that is one address. */
function movesOf(plan: SitePlan): Move[] {
  return [...plan.redirects].flatMap(([path, post]) => {
    const to = hrefOf(plan.address, post.path)
    const forms = path.endsWith('/') ? [path, path.slice(0, -1)] : [path]
    // As it is written: what was an address with a slash is one whatever the site's addresses are now.
    return forms.map((form) => ({ from: hrefOf({ ...plan.address, policy: 'slash' }, form), to }))
  })
}

/** No words but the post's title, so that it is in the reader's language. */
function redirectPage({ address, settings }: SitePlan, post: PlannedPost): string {
  const href = escapeText(hrefOf(address, post.path))
  const language = post.language ?? settings.language
  const title = escapeText(post.title.trim() || post.slug)
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeText(language)}" dir="${directionOf(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `<title>${title}</title>`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${escapeText(urlOf(address, post.path) ?? hrefOf(address, post.path))}">`,
    '</head>',
    `<body><p><a href="${href}">${title}</a></p></body>`,
    '</html>\n',
  ].join('\n')
}

/** nginx compares addresses decoded, and refuses a map with a longer one than its buckets hold (64 bytes unless told). */
function nginxMap({ address }: SitePlan, moves: readonly Move[]): string {
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
  const longest = moves.reduce((most, { from }) => Math.max(most, Buffer.byteLength(decodePath(from))), 0)
  const bucket = 2 ** Math.ceil(Math.log2(longest + 32))
  return [
    '# Include this in the http block of nginx, and in the server block of the site say:',
    '#   if ($longhand_moved) { return 301 $longhand_moved; }',
    ...(address.policy === 'none' ? ['#   try_files $uri.html $uri $uri/index.html =404;'] : []),
    ...(bucket > 64 ? [`map_hash_bucket_size ${bucket};`] : []),
    'map $uri $longhand_moved {',
    '  default "";',
    // Where it leads may hold variables, so that a `$` in it would be one.
    ...moves.map(({ from, to }) => `  ${quoted(decodePath(from))} ${quoted(to.replaceAll('$', '%24'))};`),
    '}',
    '',
  ].join('\n')
}
