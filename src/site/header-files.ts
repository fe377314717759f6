import { decodePath, hrefOf } from './addresses'
import type { SitePlan } from './plan'
import { contentPolicy } from './policy'
import type { SiteFile } from './site-file'

/** Folders whose files are named by their content, and so never change. */
const hashed = ['assets', 'media', 'social']
const forever = 'public, max-age=31536000, immutable'

/**
 * What a host is told to say with each answer. The policy is that of the pages, as loose as the one of them that
 * needs most (each page's own holds as well): drawings have styles of their own, and no other site may frame a page.
 */
function headersOf({ settings }: SitePlan): [string, string][] {
  const policy = contentPolicy(settings).replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  return [
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ]
}

/** The headers for Netlify and Cloudflare (`_headers`), and everything that Apache needs to know (`.htaccess`). */
export function headerFiles(plan: SitePlan): SiteFile[] {
  return [
    { kind: 'text', file: '_headers', content: headerList(plan) },
    { kind: 'text', file: '.htaccess', content: apacheRules(plan) },
  ]
}

function headerList(plan: SitePlan): string {
  const rule = (path: string, headers: readonly (readonly [string, string])[]) =>
    [`${plan.address.basePath}${path}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  const rules = [
    rule('', headersOf(plan)),
    ...hashed.map((folder) => rule(`${folder}/`, [['Cache-Control', forever]])),
  ]
  return `${rules.join('\n')}\n`
}

/** Rules of modules that a host may lack are skipped there. */
function apacheRules(plan: SitePlan): string {
  const base = decodePath(plan.address.basePath)
  return [
    '# Made by Longhand, for Apache. Other hosts need none of it.',
    `ErrorDocument 404 ${quoted(`${base}404.html`)}`,
    'AddDefaultCharset utf-8',
    ...within('mod_mime.c', [
      'AddType image/avif .avif',
      'AddType image/webp .webp',
      'AddType application/manifest+json .webmanifest',
    ]),
    '<Files "feed.xml">',
    '  ForceType "application/atom+xml; charset=utf-8"',
    '</Files>',
    '<Files "rss.xml">',
    '  ForceType "application/rss+xml; charset=utf-8"',
    '</Files>',
    '<Files "feed.json">',
    '  ForceType "application/feed+json; charset=utf-8"',
    '</Files>',
    ...within('mod_headers.c', [
      ...headersOf(plan).map(([name, value]) => `Header always set ${name} ${quoted(value)}`),
      `Header set Cache-Control ${quoted(forever)} "expr=%{REQUEST_URI} =~ m#^${escapePattern(base)}(${hashed.join('|')})/#"`,
    ]),
    ...within(
      'mod_alias.c',
      [...plan.redirects].map(([from, post]) => apacheMove(plan, from, post.path)),
    ),
    ...(plan.address.policy === 'none' ? withoutSlashes(base) : []),
    '',
  ].join('\n')
}

const within = (module: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`<IfModule ${module}>`, ...lines.map((line) => `  ${line}`), '</IfModule>']

/** Apache compares addresses decoded, and encodes what it sends itself; `&` and `$` would mean what was found. */
function apacheMove({ address }: SitePlan, from: string, to: string): string {
  const base = decodePath(address.basePath)
  const pattern = `^${escapePattern(base + from.slice(1)).replace(/\/$/, '/?')}$`
  const target = decodePath(hrefOf(address, to)).replace(/[&$\\]/g, '\\$&')
  return `RedirectMatch 301 ${quoted(pattern)} ${quoted(target)}`
}

/** `/tags` is the file `tags.html`, though there is a folder `tags` as well; `/tags/` leads there. */
function withoutSlashes(base: string): string[] {
  return [
    ...within('mod_dir.c', ['DirectorySlash Off']),
    ...within('mod_rewrite.c', [
      'RewriteEngine On',
      `RewriteBase ${quoted(base)}`,
      // Where a folder isn't there, REQUEST_FILENAME ends before it: then it is not what was asked for.
      'RewriteCond $1#%{REQUEST_FILENAME} ^(.+)#(.*/\\1)/?$',
      'RewriteCond %2.html -f',
      'RewriteRule ^(.+)/$ $1 [R=301,L]',
      'RewriteCond %{REQUEST_FILENAME} !-f',
      'RewriteCond $1#%{REQUEST_FILENAME} ^(.+)#(.*/\\1)$',
      'RewriteCond %2.html -f',
      'RewriteRule ^(.+[^/])$ $1.html [L]',
    ]),
  ]
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, (mark) => `\\${mark}`)}"`
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\#]/g, '\\$&')
