import { archivePages, authorPage, searchPage } from './archive-pages'
import {
  indexPages,
  type ListPage,
  notFoundPage,
  type PageMaker,
  seriesPage,
  tagPages,
  tagsPage,
} from './pages'

/** Every page of a site beside the posts' own. */
export function* pagesOfLists(maker: PageMaker): Generator<ListPage> {
  yield* indexPages(maker)
  yield tagsPage(maker)
  for (const tag of maker.plan.tags) yield* tagPages(maker, tag)
  for (const series of maker.plan.series) yield seriesPage(maker, series)
  yield* archivePages(maker)
  yield authorPage(maker)
  if (maker.plan.settings.search) yield searchPage(maker)
  yield notFoundPage(maker)
}
