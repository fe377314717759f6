import type { PostKind, PostStatus, PostSummary } from '../../document'
import { columns } from '../columns'
import { type Command, UsageError } from '../command'
import { findVersion } from './find'

export const list: Command = {
  name: 'list',
  usage: '[--status draft|published] [--kind post|page] [--tag T] [--trashed]',
  summary: 'Lists posts and pages, newest first.',
  options: {
    status: { type: 'string', value: 'S', help: 'Only drafts (draft) or published posts (published).' },
    kind: { type: 'string', value: 'K', help: 'Only posts (post) or pages (page).' },
    tag: { type: 'string', value: 'T', help: 'Only posts with this tag.' },
    trashed: { type: 'boolean', help: 'The posts in the trash instead.' },
  },
  positionals: [0, 0],
  creates: 'never',
  prepare: (given) => {
    const filter = {
      status: readStatus(given.text('status')),
      tag: given.text('tag'),
      trashed: given.flag('trashed'),
    }
    const kind = readKind(given.text('kind'))
    return async ({ api }) => {
      const all = await api.client.posts.list(filter)
      const posts = kind === undefined ? all : all.filter((post) => post.kind === kind)
      return { json: posts, text: columns(posts.map(row)) }
    }
  },
}

const row = ({ date, status, slug, title }: PostSummary) => [date.slice(0, 10), status, slug, title]

function readStatus(text: string | undefined): PostStatus | undefined {
  if (text === undefined || text === 'draft' || text === 'published') return text
  throw new UsageError('--status is draft or published.', list)
}

function readKind(text: string | undefined): PostKind | undefined {
  if (text === undefined || text === 'post' || text === 'page') return text
  throw new UsageError('--kind is post or page.', list)
}

export const show: Command = {
  name: 'show',
  usage: 'POST [--version V]',
  summary: 'Prints the Markdown source of a post.',
  details: ['With --json, the whole post; its source is in body.'],
  options: {
    version: {
      type: 'string',
      value: 'V',
      help: 'As it was: an id of history, or released (what the site shows).',
    },
  },
  positionals: [1, 1],
  creates: 'never',
  prepare: (given) => {
    const wanted = given.text('version')
    return async ({ api: { client } }) => {
      const post = await client.posts.find({ name: given.positionals[0] ?? '' })
      if (wanted === undefined) return { json: post, text: post.body }
      const version = await findVersion(client, post.id, wanted)
      const state = await client.history.read({ id: post.id, version })
      return { json: { id: post.id, version, ...state }, text: state.body }
    }
  },
}

export const search: Command = {
  name: 'search',
  usage: 'QUERY [--limit N]',
  summary: 'Finds posts that hold every word, best first.',
  details: [
    'QUERY has words, "phrases", tag:T, status:draft or published, before:DATE and after:DATE.',
    'The last word is found by its beginning. A DATE is a year, a month or a day: 2026-03-01.',
    'In the snippet of --json, the words found stand between U+E000 and U+E001.',
  ],
  options: { limit: { type: 'string', value: 'N', help: 'At most so many posts, 1 to 500.' } },
  positionals: [1, 1],
  creates: 'never',
  prepare: (given) => {
    const limit = readLimit(given.text('limit'))
    const [query = ''] = given.positionals
    return async ({ api }) => {
      const hits = await api.client.posts.search({ query, limit })
      const lines = hits.map((hit) => `${hit.slug}  ${hit.title}\n    ${showMarks(hit.snippet)}\n`)
      return { json: hits, text: lines.join('') }
    }
  },
}

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new UsageError('--limit is a whole number from 1 to 500.', search)
  }
  return limit
}

/** The words found, as a reader of plain text sees them. */
function showMarks(snippet: string): string {
  return snippet
    .replace(/\s+/g, ' ')
    .replace(/\ue000/g, '*')
    .replace(/\ue001/g, '*')
}
