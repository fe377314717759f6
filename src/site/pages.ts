import { hrefOf, listPath } from './addresses'
import { headHtml, type SocialImage } from './head'
import { cardValues, neighbourValues, seriesValues, updatedValues } from './page-values'
import { type PlannedPost, type PlannedSeries, type PlannedTag, pageCount, type SitePlan } from './plan'
import type { ShownImage } from './references'
import { directionOf, siteValues, titleIn } from './site-values'
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
  /** The picture that others show beside a link to the post. */
  readonly social?: SocialImage | null
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

/** What a post's own page shows of others. */
export interface PostSurroundings {
  /** Its neighbours in the list of all. */
  readonly newer: PlannedPost | null
  readonly older: PlannedPost | null
  /** Posts that have much in common with it, the nearest first. */
  readonly related?: readonly Card[]
}

/** The page of one post. */
export function postPage(
  maker: PageMaker,
  post: PlannedPost,
  body: PostBody,
  { newer, older, related = [] }: PostSurroundings,
): string {
  const { plan } = maker
  const { words } = siteValues(maker)
  const title = titleIn(words, post)
  const description = post.summary || body.excerpt
  const head = {
    title: `${title} – ${plan.settings.title}`,
    description,
    path: post.path,
    image: body.cover,
    social: body.social ?? null,
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
      coverAlt: post.coverAlt ?? '',
      language,
      direction: language === null ? null : directionOf(language),
      updated: updatedValues(maker, post),
      newer: neighbourValues(maker, newer),
      older: neighbourValues(maker, older),
      related: related.map((card) => cardValues(maker, card)),
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
    tag: null,
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
    tag,
    extra: { tag: tagValues(maker, tag) },
  })
}

/** The page of one series: its parts, the first one first. */
export function seriesPage(maker: PageMaker, series: PlannedSeries): ListPage {
  const { plan } = maker
  const { name, path, posts } = series
  const title = `${name} – ${plan.settings.title}`
  const head = () =>
    headHtml(plan, { title, description: '', path, image: null, post: null, trail: [{ name, path }] })
  return {
    path,
    posts,
    shows: JSON.stringify([name]),
    render: (cardOf) =>
      maker.templates.render('series', {
        ...shared(maker, head()),
        series: { name, url: hrefOf(plan.address, path), total: posts.length },
        posts: posts.map((post) => cardValues(maker, cardOf(post))),
      }),
  }
}

/** The list of all tags. */
export function tagsPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const path = '/tags/'
  const title = `${siteValues(maker).words.tags ?? 'Tags'} – ${plan.settings.title}`
  const tags = plan.tags.map((tag) => tagValues(maker, tag))
  return {
    path,
    posts: [],
    shows: JSON.stringify(tags),
    render: () => {
      const trail = [crumbOf(maker, 'tags')]
      const head = headHtml(plan, { title, description: '', path, image: null, post: null, trail })
      return maker.templates.render('tags', { ...shared(maker, head), tags })
    },
  }
}

/** What a host shows for an address that isn't there. Its links work from any depth. */
export function notFoundPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const title = `${siteValues(maker).words.notFound ?? '404'} – ${plan.settings.title}`
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
  readonly tag: PlannedTag | null
  readonly extra: object
}

function* listPages(maker: PageMaker, posts: readonly PlannedPost[], list: ListOfPosts): Generator<ListPage> {
  const { plan } = maker
  const total = pageCount(posts.length, plan.postsPerPage)
  const pathOf = (n: number) => (n < 1 || n > total ? null : listPath(list.first, n))
  const link = (n: number) => {
    const path = pathOf(n)
    return path === null ? null : hrefOf(plan.address, path)
  }
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
        const head = headHtml(plan, {
          title,
          description: list.description,
          path,
          image: null,
          post: null,
          previous: pathOf(number - 1),
          next: pathOf(number + 1),
          tag: list.tag,
          ...(list.tag === null
            ? {}
            : { trail: [crumbOf(maker, 'tags'), { name: list.tag.name, path: list.first }] }),
        })
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

/** A part of the site on the way to one of its pages. */
export const crumbOf = (maker: PageMaker, part: 'tags' | 'archive') => ({
  name: siteValues(maker).words[part] ?? part,
  path: `/${part}/`,
})

/** What every layout gets. */
export const shared = (maker: PageMaker, head: string): object => ({ head, ...siteValues(maker).shared })

const tagValues = (maker: PageMaker, tag: PlannedTag) => ({
  ...siteValues(maker).tagOf(tag),
  count: tag.count,
  description: maker.plan.tagDescriptions[tag.name] ?? '',
})

/** What a page calls a post. */
export const titleOf = (maker: PageMaker, post: PlannedPost) => titleIn(siteValues(maker).words, post)
