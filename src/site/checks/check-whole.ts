import type { Post, PostId } from '../../document'
import type { PlannedPost, SitePlan } from '../plan'
import { menuLink } from '../site-values'
import type { Theme } from '../theme'
import { paleColours } from '../themes/check-colours'
import type { CheckedSite } from './check-post'
import type { Finding } from './finding'

export interface WholeSite {
  readonly plan: SitePlan
  readonly theme: Theme
  readonly site: CheckedSite
  /** What is on the site, with its tags as they were written. */
  readonly posts: readonly Pick<Post, 'id' | 'tags'>[]
}

/** What only the site as a whole gives reason to say. */
export function* checkWhole(whole: WholeSite): Generator<Finding> {
  yield* checkSettings(whole)
  yield* checkMenu(whole)
  yield* checkColours(whole.theme)
  yield* checkTitles(whole.plan)
  yield* checkTags(whole)
}

function* checkSettings({ plan: { settings }, site }: WholeSite): Generator<Finding> {
  if (settings.baseUrl === '') {
    yield {
      code: 'base-url',
      severity: 'warning',
      message:
        'The site has no base URL: there is no sitemap, and feeds and shared links have no whole addresses.',
      fix: 'Say in the site’s settings where it will live.',
    }
  }
  if ((settings.securityContact === '') !== (settings.securityExpires === '')) {
    yield {
      code: 'security-contact',
      severity: 'note',
      message: 'security.txt needs both a contact and the day it ends; it has only one, and is left out.',
      fix: 'Give both, or neither.',
    }
  }
  if (settings.logo !== '' && site.asset(settings.logo) === undefined) {
    yield {
      code: 'missing-image',
      severity: 'error',
      message: `The logo “${settings.logo}” isn’t in the library.`,
      fix: 'Choose the logo anew, or take it away.',
    }
  }
}

function* checkMenu({ plan }: WholeSite): Generator<Finding> {
  for (const { label, link } of plan.settings.menu) {
    if (menuLink(plan, link) !== null) continue
    yield {
      code: 'menu',
      severity: 'error',
      message: `“${label}” in the menu leads to “${link}”, which isn’t on the site.`,
      fix: 'Correct its address, or release the page that it leads to.',
    }
  }
}

function* checkColours({ assets }: Theme): Generator<Finding> {
  const css = assets.get('site.css')?.bytes.toString('utf8') ?? ''
  for (const { text, ground, scheme, ratio, least } of paleColours(css)) {
    yield {
      code: 'contrast',
      severity: 'warning',
      message: `The theme’s colour ${text} has too little contrast on ${ground} where it is ${scheme}: ${ratio.toFixed(2)}, at least ${least} is needed.`,
      fix: 'Choose another colour in the theme’s settings, or correct its styles.',
    }
  }
}

function* checkTitles({ posts, pages }: SitePlan): Generator<Finding> {
  const alike = new Map<string, PlannedPost[]>()
  for (const post of [...posts, ...pages]) {
    const key = post.title.normalize('NFC').trim().toLowerCase()
    if (key !== '') alike.set(key, [...(alike.get(key) ?? []), post])
  }
  for (const [post, ...others] of alike.values()) {
    if (post === undefined || others.length === 0) continue
    const { id, slug, title } = post
    yield {
      code: 'same-title',
      severity: 'warning',
      post: { id, slug, title },
      message: `It has the title of ${namesOf(others)}: in lists and search results nobody can tell them apart.`,
      fix: 'Give each its own title.',
    }
  }
}

function namesOf(posts: readonly PlannedPost[]): string {
  const [first, ...more] = posts
  return `“${first?.slug}”${more.length === 0 ? '' : ` and of ${more.length} more`}`
}

/** Spellings of a tag that differ only in case are one tag on the site; in the app they are several. */
function* checkTags({ plan, posts }: WholeSite): Generator<Finding> {
  const spellings = new Map<string, Map<string, PostId>>()
  for (const { id, tags } of posts) {
    if (!plan.byId.has(id)) continue
    for (const tag of tags) {
      const key = tag.normalize('NFC').toLowerCase()
      const known = spellings.get(key) ?? new Map<string, PostId>()
      if (!known.has(tag)) known.set(tag, id)
      spellings.set(key, known)
    }
  }
  for (const [, known] of [...spellings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (known.size < 2) continue
    const names = [...known.keys()].sort().map((name) => `“${name}”`)
    yield {
      code: 'tag-case',
      severity: 'note',
      message: `The tags ${names.join(' and ')} differ only in case; the site takes them for one.`,
      fix: 'Rename all but one in the list of tags.',
    }
  }
}
