import { hrefOf } from './addresses'
import { escapeText } from './escape'
import type { IconRecipe } from './images/recipe'
import type { SitePlan } from './plan'
import { readableOn, readHex } from './themes/colour'
import type { SettingValues } from './themes/settings'

/** The colour of the theme's links and marks as it is set; black for a theme without one. */
export function accentOf({ settings }: { readonly settings: SettingValues }): string {
  const { accent } = settings
  return (typeof accent === 'string' && readHex(accent)) || '#000000'
}

/** Pictures of the icon, and their sides in pixels: systems that keep a site beside their apps don't take drawings. */
const pictures = { 'icon-192.png': 192, 'icon-512.png': 512, 'apple-touch-icon.png': 180 } as const

/** The elements of a head that name the site's icons and its manifest. */
export function iconLinks({ address, settings, logo }: SitePlan): string[] {
  const link = (rel: string, file: string, more = '') =>
    `<link rel="${rel}"${more} href="${escapeText(hrefOf(address, `/${file}`))}">`
  const icon =
    logo !== null && settings.images
      ? link('icon', 'icon-192.png', ' type="image/png" sizes="192x192"')
      : link('icon', 'favicon.svg', ' type="image/svg+xml"')
  return [
    icon,
    ...(settings.images ? [link('apple-touch-icon', 'apple-touch-icon.png')] : []),
    link('manifest', 'site.webmanifest'),
  ]
}

/**
 * How the pictures of the icon are made, by file: of the site's logo, or of the first letter of its title. None where
 * the settings want no pictures made.
 * @param accent the theme's colour, `#rrggbb`
 */
export function iconRecipes({ settings, logo }: SitePlan, accent: string): [string, IconRecipe][] {
  if (!settings.images) return []
  return Object.entries(pictures).map(([file, size]) => [
    file,
    {
      kind: 'icon',
      size,
      hash: logo?.hash ?? '',
      letter: monogram(settings.title),
      background: logo === null ? accent : '#ffffff',
      text: readableOn('#ffffff', [accent], 4.5),
    },
  ])
}

/** The icon: the first letter of the site's title on the theme's colour. */
export function iconDrawing(title: string, accent: string): string {
  const text = readableOn('#ffffff', [accent], 4.5)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
    `<rect width="64" height="64" rx="14" fill="${escapeText(accent)}"/>`,
    `<text x="32" y="46" font-family="Georgia, serif" font-size="40" font-weight="700" text-anchor="middle" fill="${text}">${escapeText(monogram(title))}</text>`,
    '</svg>\n',
  ].join('')
}

/** The manifest: what a site is called and looks like where a reader keeps it beside their apps. */
export function webManifest({ settings, address }: SitePlan, accent: string): string {
  const manifest = {
    name: settings.title,
    description: settings.tagline || undefined,
    lang: settings.language,
    start_url: hrefOf(address, '/'),
    scope: address.basePath,
    display: 'browser',
    theme_color: accent,
    background_color: '#ffffff',
    icons: iconsOf(settings.images).map(({ file, ...icon }) => ({ src: hrefOf(address, file), ...icon })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

const iconsOf = (hasPictures: boolean) =>
  hasPictures
    ? [
        { file: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { file: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      ]
    : [{ file: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }]

/** The first letter of a title, whatever it is made of; a dot for a site without one. */
function monogram(title: string): string {
  const [letter = '·'] = title.match(/[\p{L}\p{N}]\p{M}*/u) ?? title.match(/\S/u) ?? []
  return letter.toUpperCase()
}
