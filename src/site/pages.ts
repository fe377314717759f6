import { hrefOf, listPath, tagPath } from './addresses'
import { headHtml } from './head'
import { type PlannedPost, type PlannedSeries, type PlannedTag, pageCount, type SitePlan } from './plan'
import type { ShownImage } from './references'
import type { SiteTag } from './tag-addresses'
import type { Templates } from './templates'
import type { Theme } from './theme'

/** What turns a plan into pages: the theme's layouts and its words in the site's language. */
export interface PageMaker {
  readonly plan: SitePlan
  readonly theme: Theme
  readonly templates: Templates
  /** Whether there is a page of tags to link to, where the plan doesn’t hold them all. */
  readonly hasTags?: boolean
}

/** A post as a list shows it. */
export interface Card {
  readonly post: PlannedPost
  readonly cover: ShownImage | null
  /** The summary, or the beginning of the text. */
  readonly excerpt: string
}

/** What a post's own page shows beside its fields. */
export interface PostBody {
  readonly html: string
  readonly excerpt: string
  readonly cover: ShownImage | null
  readonly toc: readonly TocEntry[]
}

/**
 * A page beside the posts' own, not rendered yet. What it shows beyond what all pages show, and beyond the cards of
 * `posts`, is in `shows`: while these are the same, the page is the same.
 */
export interface ListPage {
  readonly path: string
  readonly posts: readonly PlannedPost[]
  readonly shows: string
  render(cardOf: (post: PlannedPost) => Card): string
}

export interface TocEntry {
  readonly id: string
  readonly text: string
  readonly children: readonly { readonly id: string; readonly text: string }[]
}

/** Languages that run from right to left. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])
const directionOf = (language: string) => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** The page of one post. `newer` and `older` are its neighbours in the list of all. */
export function postPage(
  maker: PageMaker,
  post: PlannedPost,
  body: PostBody,
  neighbours: { readonly newer: PlannedPost | null; readonly older: PlannedPost | null },
): string {
  const { plan } = maker
  const title = titleOf(maker, post)
  const description = post.summary || body.excerpt
  const head = {
    title: `${title} – ${plan.settings.title}`,
    description,
    path: post.path,
    image: body.cover,
    post,
  }
  const language = post.language !== null && post.language !== plan.settings.language ? post.language : null
  return maker.templates.render('post', {
    ...shared(maker, headHtml(plan, head)),
    post: {
      ...cardValues(maker, { post, cover: body.cover, excerpt: post.summary }),
      content: body.html,
      toc: body.toc,
      words: post.words,
      language,
      direction: language === null ? null : directionOf(language),
      newer: neighbourValues(maker, neighbours.newer),
      older: neighbourValues(maker, neighbours.older),
      isPage: post.kind === 'page',
      series: seriesValues(maker, post),
    },
  })
}

/** The pages of the list of all posts. An empty site still has one. */
export function* indexPages(maker: PageMaker): Generator<ListPage> {
  const { settings } = maker.plan
  yield* listPages(maker, maker.plan.posts, {
    layout: 'index',
    first: '/',
    title: settings.title,
    description: settings.tagline,
    extra: {},
  })
}

/** The pages of one tag. */
export function* tagPages(maker: PageMaker, tag: PlannedTag): Generator<ListPage> {
  yield* listPages(maker, tag.posts, {
    layout: 'tag',
    first: tag.path,
    title: `${tag.name} – ${maker.plan.settings.title}`,
    description: maker.plan.tagDescriptions[tag.name] ?? '',
    extra: { tag: tagValues(maker, tag) },
  })
}

/** The page of one series: its parts, the first one first. */
export function seriesPage(maker: PageMaker, series: PlannedSeries): ListPage {
  const { plan } = maker
  const { name, path, posts } = series
  const title = `${name} – ${plan.settings.title}`
  return {
    path,
    posts,
    shows: JSON.stringify([name]),
    render: (cardOf) =>
      maker.templates.render('series', {
        ...shared(maker, headHtml(plan, { title, description: '', path, image: null, post: null })),
        series: { name, url: hrefOf(plan.address, path), total: posts.length },
        posts: posts.map((post) => cardValues(maker, cardOf(post))),
      }),
  }
}

/** The list of all tags. */
export function tagsPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const path = '/tags/'
  const title = `${maker.theme.words(plan.settings.language).tags ?? 'Tags'} – ${plan.settings.title}`
  const tags = plan.tags.map((tag) => tagValues(maker, tag))
  return {
    path,
    posts: [],
    shows: JSON.stringify(tags),
    render: () => {
      const head = headHtml(plan, { title, description: '', path, image: null, post: null })
      return maker.templates.render('tags', { ...shared(maker, head), tags })
    },
  }
}

/** What a host shows for an address that isn't there. Its links work from any depth. */
export function notFoundPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const title = `${maker.theme.words(plan.settings.language).notFound ?? '404'} – ${plan.settings.title}`
  return {
    path: '/404.html',
    posts: [],
    shows: '',
    render: () => {
      const head = headHtml(plan, { title, description: '', path: null, image: null, post: null })
      return maker.templates.render('404', shared(maker, head))
    },
  }
}

interface ListOfPosts {
  readonly layout: 'index' | 'tag'
  readonly first: string
  readonly title: string
  readonly description: string
  readonly extra: object
}

function* listPages(maker: PageMaker, posts: readonly PlannedPost[], list: ListOfPosts): Generator<ListPage> {
  const { plan } = maker
  const total = pageCount(posts.length, plan.postsPerPage)
  const link = (n: number) => (n < 1 || n > total ? null : hrefOf(plan.address, listPath(list.first, n)))
  const extra = JSON.stringify(list.extra)
  for (let number = 1; number <= total; number++) {
    const path = listPath(list.first, number)
    const shown = posts.slice((number - 1) * plan.postsPerPage, number * plan.postsPerPage)
    yield {
      path,
      posts: shown,
      shows: `${number} ${total} ${list.title}\n${list.description}\n${extra}`,
      render: (cardOf) => {
        const title = number === 1 ? list.title : `${list.title} (${number}/${total})`
        const head = headHtml(plan, { title, description: list.description, path, image: null, post: null })
        return maker.templates.render(list.layout, {
          ...shared(maker, head),
          ...list.extra,
          posts: shown.map((post) => cardValues(maker, cardOf(post))),
          paging: { number, total, newer: link(number - 1), older: link(number + 1) },
        })
      },
    }
  }
}

/** What every layout gets. */
function shared({ plan, theme, hasTags }: PageMaker, head: string): object {
  const { title, tagline, author, language } = plan.settings
  const href = (path: string) => hrefOf(plan.address, path)
  return {
    head,
    words: theme.words(language),
    site: {
      title,
      tagline,
      author,
      language,
      direction: directionOf(language),
      url: href('/'),
      tagsUrl: href('/tags/'),
      feedUrl: href('/feed.xml'),
      hasTags: hasTags ?? plan.tags.length > 0,
      pages: plan.pages.map((page) => ({ title: titleOf({ plan, theme }, page), url: href(page.path) })),
    },
  }
}

function cardValues(maker: PageMaker, { post, cover, excerpt }: Card): object {
  return {
    title: titleOf(maker, post),
    url: hrefOf(maker.plan.address, post.path),
    summary: excerpt,
    date: post.shownDate,
    minutes: post.minutes,
    cover,
    tags: post.tags.map((tag) => tagValues(maker, tag)),
  }
}

const tagValues = ({ plan }: PageMaker, tag: SiteTag) => ({
  name: tag.name,
  url: hrefOf(plan.address, tagPath(tag.slug)),
  count: tag.count,
  description: plan.tagDescriptions[tag.name] ?? '',
})

/** The series that a post is a part of, with all its parts; null when it is in none. */
function seriesValues(maker: PageMaker, post: PlannedPost): object | null {
  const { plan } = maker
  const series = plan.series.find(({ posts }) => posts.includes(post))
  if (series === undefined) return null
  return {
    name: series.name,
    url: hrefOf(plan.address, series.path),
    part: series.posts.indexOf(post) + 1,
    total: series.posts.length,
    parts: series.posts.map((part) => ({
      title: titleOf(maker, part),
      url: hrefOf(plan.address, part.path),
      isThis: part === post,
    })),
  }
}

const neighbourValues = (maker: PageMaker, post: PlannedPost | null) =>
  post === null
    ? null
    : { title: titleOf(maker, post), url: hrefOf(maker.plan.address, post.path), date: post.shownDate }

/** What a page calls a post; one without a title still needs a link that can be read and clicked. */
export const titleOf = ({ plan, theme }: Pick<PageMaker, 'plan' | 'theme'>, post: PlannedPost) =>
  post.title.trim() || (theme.words(plan.settings.language).untitled ?? post.slug)
