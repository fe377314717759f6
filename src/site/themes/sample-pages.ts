import { type PostId, type PostSummary, siteDefaults } from '../../document'
import { pagesOfLists } from '../list-pages'
import { makerOf } from '../page-maker'
import { type Card, type PageMaker, postPage } from '../pages'
import { type PlannedPost, planOf } from '../plan'
import type { ShownImage } from '../references'
import type { Theme } from '../theme'

const cover: ShownImage = { src: '/media/cover-3f2a91bc04de.png', width: 1200, height: 800 }

/** A page of a theme, made of words that nobody wrote. */
export interface SamplePage {
  readonly path: string
  /** Whether it is of the site that has everything. */
  readonly isFull: boolean
  /** Throws `theme`. */
  render(): string
}

/**
 * A page of every kind that a theme makes, of a site that has everything and of one that has nothing: what a
 * layout does with either is then seen.
 */
export function* samplePages(theme: Theme): Generator<SamplePage> {
  yield* pagesOf(sampleMaker(theme, fullPosts, fullSettings), cover)
  yield* pagesOf(sampleMaker(theme, [], {}), null)
  yield* pagesOf(sampleMaker(theme, barePosts, {}), null)
}

/** A maker of the sample that has everything. */
export const fullMaker = (theme: Theme): PageMaker => sampleMaker(theme, fullPosts, fullSettings)

function* pagesOf(maker: PageMaker, shown: ShownImage | null): Generator<SamplePage> {
  const { posts, pages } = maker.plan
  const cardOf = (post: PlannedPost): Card => ({ post, cover: shown, excerpt: post.summary })
  const isFull = shown !== null
  for (const list of pagesOfLists(maker)) yield { path: list.path, isFull, render: () => list.render(cardOf) }
  const toc = shown === null ? [] : [{ id: 'a', text: 'A', children: [{ id: 'b', text: 'B' }] }]
  const body = { html: '<h2 id="a">A</h2><h3 id="b">B</h3><p>Text.</p>', excerpt: 'Text.', cover: shown, toc }
  for (const [index, post] of [...posts, ...pages].entries()) {
    const around = {
      newer: posts[index - 1] ?? null,
      older: posts[index + 1] ?? null,
      related: shown === null ? [] : posts.slice(0, 2).map(cardOf),
    }
    yield { path: post.path, isFull, render: () => postPage(maker, post, body, around) }
  }
}

const fullSettings = {
  title: 'A sample',
  tagline: 'With everything that a site can have',
  author: 'Somebody',
  baseUrl: 'https://example.org/blog',
  footer: 'The end',
  social: [{ name: 'Elsewhere', url: 'https://example.com/' }],
  fediverse: '@somebody@example.com',
}

function sampleMaker(
  theme: Theme,
  posts: readonly PostSummary[],
  settings: Partial<typeof siteDefaults>,
): PageMaker {
  const source = {
    settings: { ...siteDefaults, ...settings },
    tagDescriptions: { one: 'What it is about' },
    formerAddresses: new Map(),
    logo: null,
    posts,
  }
  return makerOf(planOf(source, theme.postsPerPage), theme)
}

function samplePost(n: number, fields: Partial<PostSummary>): PostSummary {
  return {
    id: `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}` as PostId,
    slug: `post-${n}`,
    title: '',
    summary: '',
    date: `${2027 - (n % 3)}-01-${String((n % 28) + 1).padStart(2, '0')}`,
    status: 'published',
    tags: [],
    words: 900,
    cover: null,
    language: null,
    canonicalUrl: null,
    kind: 'post',
    series: null,
    releasedAt: Date.UTC(2027, 6, 1),
    hasChanges: false,
    editedAt: Date.UTC(2027, 6, 1),
    trashedAt: null,
    ...fields,
  }
}

const barePosts = [samplePost(1, {}), samplePost(2, { kind: 'page' })]
/** Enough for two pages of the longest list. */
const fullPosts = Array.from({ length: 101 }, (_, index) =>
  samplePost(index + 1, {
    title: `Post ${index + 1}`,
    summary: 'What it says, in short',
    tags: index % 2 === 0 ? ['one', 'two'] : ['one'],
    series: index < 3 ? 'A series' : null,
    language: index === 1 ? 'ar' : null,
    kind: index === 5 ? 'page' : 'post',
  }),
)
