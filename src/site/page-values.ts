import type { Card, PageMaker } from './pages'
import type { PlannedPost } from './plan'
import { siteValues, titleIn } from './site-values'

/** A series of more parts than this is shown by the parts around the one that is read. */
const mostParts = 12
const partsAround = 3
/** A post that was released again within a day of its birth has only been finished. */
const dayMs = 24 * 60 * 60 * 1000

/** A post as lists show it. */
export function cardValues(maker: PageMaker, { post, cover, excerpt }: Card) {
  const values = siteValues(maker)
  return {
    title: titleIn(values.words, post),
    url: values.href(post.path),
    summary: excerpt,
    date: post.shownDate,
    minutes: post.minutes,
    cover,
    tags: post.tags.map(values.tagOf),
  }
}

/** A post as the archive shows it. */
export function entryValues(maker: PageMaker, post: PlannedPost) {
  const { words, href, showDay } = siteValues(maker)
  return {
    title: titleIn(words, post),
    url: href(post.path),
    date: post.shownDate,
    day: showDay(post.date),
  }
}

export function neighbourValues(maker: PageMaker, post: PlannedPost | null) {
  if (post === null) return null
  const { words, href } = siteValues(maker)
  return { title: titleIn(words, post), url: href(post.path), date: post.shownDate }
}

/** The series that a post is a part of, with the parts around it; null when it is in none. */
export function seriesValues(maker: PageMaker, post: PlannedPost) {
  const { words, href, seriesOf } = siteValues(maker)
  const series = seriesOf(post)
  if (series === undefined) return null
  const { posts, name, path } = series
  const index = posts.findIndex(({ id }) => id === post.id)
  const isShort = posts.length <= mostParts
  const from = isShort ? 0 : Math.max(0, index - partsAround)
  const shown = isShort ? posts : posts.slice(from, index + partsAround + 1)
  const previous = posts[index - 1]
  const next = posts[index + 1]
  return {
    name,
    url: href(path),
    part: index + 1,
    total: posts.length,
    previous: previous === undefined ? null : neighbourValues(maker, previous),
    next: next === undefined ? null : neighbourValues(maker, next),
    parts: shown.map((part, at) => ({
      number: from + at + 1,
      title: titleIn(words, part),
      url: href(part.path),
      isThis: part.id === post.id,
    })),
  }
}

/**
 * When a post was released anew after it had appeared, as a date; null when it wasn't. A post that was
 * imported was released when it was born (its id says when), which is no news to a reader.
 */
export function updatedValues(maker: PageMaker, post: PlannedPost) {
  if (post.releasedAt === null || post.releasedAt - bornAt(post.id) <= dayMs) return null
  const day = new Date(post.releasedAt).toISOString().slice(0, 10)
  return day > post.date.slice(0, 10) ? siteValues(maker).showDate(day) : null
}

/** The first 48 bits of a UUIDv7 are the ms at which it was made. */
const bornAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
