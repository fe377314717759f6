import { hrefOf, yearPath } from './addresses'
import { headHtml } from './head'
import { cardValues, entryValues } from './page-values'
import { crumbOf, type ListPage, type PageMaker, shared } from './pages'
import type { PlannedPost } from './plan'
import { siteValues } from './site-values'

/** Up to so many posts are named on one page; of more, it names the years. */
const mostOnOnePage = 1000

/** The posts of one year, newest first. */
interface Year {
  readonly year: string
  readonly posts: readonly PlannedPost[]
}

/** The archive: all posts by year, and a page for each year. */
export function* archivePages(maker: PageMaker): Generator<ListPage> {
  const years = byYear(maker.plan.posts)
  yield archivePage(maker, null, years)
  for (const each of years) yield archivePage(maker, each.year, [each])
}

function archivePage(maker: PageMaker, year: string | null, years: readonly Year[]): ListPage {
  const { plan } = maker
  const path = year === null ? '/archive/' : yearPath(year)
  const isLong = year === null && plan.posts.length > mostOnOnePage
  const values = () => ({
    year,
    years: years.map((each) => yearValues(maker, each, isLong)),
    total: plan.posts.length,
  })
  return {
    path,
    posts: [],
    // Asked for by the thread that compares alone: it names every post.
    get shows() {
      return JSON.stringify(values())
    },
    render: () => {
      const archive = crumbOf(maker, 'archive')
      const trail = [archive, ...(year === null ? [] : [{ name: year, path }])]
      const title = `${year === null ? archive.name : `${archive.name} ${year}`} – ${plan.settings.title}`
      const head = headHtml(plan, { title, description: '', path, image: null, post: null, trail })
      return maker.templates.render('archive', { ...shared(maker, head), archive: values() })
    },
  }
}

function yearValues(maker: PageMaker, { year, posts }: Year, isLong: boolean): object {
  return {
    year,
    url: hrefOf(maker.plan.address, yearPath(year)),
    count: posts.length,
    posts: isLong ? [] : posts.map((post) => entryValues(maker, post)),
  }
}

/** @param posts newest first */
function byYear(posts: readonly PlannedPost[]): Year[] {
  const years = new Map<string, PlannedPost[]>()
  for (const post of posts) {
    const year = post.date.slice(0, 4)
    const list = years.get(year)
    if (list === undefined) years.set(year, [post])
    else list.push(post)
  }
  return [...years].map(([year, list]) => ({ year, posts: list })).sort((a, b) => (a.year > b.year ? -1 : 1))
}

/** Who writes here, where else they are to be found, and their latest posts. */
export function authorPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const path = '/author/'
  const posts = plan.posts.slice(0, plan.postsPerPage)
  const name = plan.settings.author || plan.settings.title
  return {
    path,
    posts,
    shows: '',
    render: (cardOf) => {
      const title = name === plan.settings.title ? name : `${name} – ${plan.settings.title}`
      const head = headHtml(plan, { title, description: '', path, image: null, post: null })
      return maker.templates.render('author', {
        ...shared(maker, head),
        author: { name, url: hrefOf(plan.address, path), fediverse: plan.settings.fediverse },
        posts: posts.map((post) => cardValues(maker, cardOf(post))),
      })
    },
  }
}

/** The page to search the site with; the theme's script loads the search when it is first used. */
export function searchPage(maker: PageMaker): ListPage {
  const { plan } = maker
  const path = '/search/'
  return {
    path,
    posts: [],
    shows: '',
    render: () => {
      const title = `${siteValues(maker).words.search ?? 'Search'} – ${plan.settings.title}`
      const head = headHtml(plan, { title, description: '', path, image: null, post: null, isSearch: true })
      return maker.templates.render('search', {
        ...shared(maker, head),
        pagefind: hrefOf(plan.address, '/pagefind/'),
      })
    },
  }
}
