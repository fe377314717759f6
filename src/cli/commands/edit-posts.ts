import type { PostFields, PostSummary } from '../../document'
import { readAssignments } from '../assignments'
import { type Command, type Outcome, UsageError } from '../command'
import { readBody } from '../read-body'
import { find } from './find'

const done = (post: PostSummary, what: string): Outcome => ({ json: post, text: `${what} ${post.slug}\n` })

export const newPost: Command = {
  name: 'new',
  usage: '--title T [--summary S] [--tag T]… [--series S] [--date D] [--body FILE|-] [--page] [--publish]',
  summary: 'Writes a new post.',
  details: ['With --json, prints it.', 'Its slug comes from its title; a slug that is taken gets a number.'],
  options: {
    title: { type: 'string', value: 'T', help: 'The title.' },
    summary: { type: 'string', value: 'S', help: 'What lists and feeds say of it.' },
    tag: { type: 'string', value: 'T', multiple: true, help: 'A tag; may be given several times.' },
    date: {
      type: 'string',
      value: 'D',
      help: '2026-11-24, or 2026-11-24T09:30:00+01:00; now when left out.',
    },
    body: { type: 'string', value: 'FILE|-', help: 'The Markdown source; - reads standard input.' },
    series: { type: 'string', value: 'S', help: 'The series that it is a part of.' },
    page: { type: 'boolean', help: 'A page beside the posts: in no list, feed or tag of the site.' },
    publish: { type: 'boolean', help: 'Publish it; else it is a draft.' },
  },
  required: ['title'],
  positionals: [0, 0],
  creates: 'always',
  prepare: (given) => {
    const body = given.text('body')
    const post = {
      title: given.text('title'),
      summary: given.text('summary'),
      date: given.text('date'),
      tags: [...given.texts('tag')],
      series: given.text('series'),
      kind: given.flag('page') ? ('page' as const) : ('post' as const),
      status: given.flag('publish') ? ('published' as const) : ('draft' as const),
      body: body === undefined ? undefined : readBody(body),
    }
    return async ({ api }) => done(await api.client.posts.create(post), 'Wrote')
  },
}

export const edit: Command = {
  name: 'edit',
  usage: 'POST --body FILE|-',
  summary: 'Makes the text of a post read like a file.',
  details: [
    'The difference is applied as edits: what is written elsewhere in the post at the same time is kept.',
  ],
  options: {
    body: { type: 'string', value: 'FILE|-', help: 'The Markdown source; - reads standard input.' },
  },
  required: ['body'],
  positionals: [1, 1],
  creates: 'never',
  prepare: (given) => {
    const body = readBody(given.text('body') ?? '')
    return async ({ api: { client } }) => {
      const id = await find(client, given.positionals[0])
      return done(await client.posts.edit({ id, body }), 'Edited')
    }
  },
}

const settable = [
  'title', 'slug', 'date', 'status', 'summary', 'tags', 'series', 'kind', 'cover', 'language', 'canonicalUrl',
] // biome-ignore format: a list reads better in one line

export const set: Command = {
  name: 'set',
  usage: 'POST FIELD=VALUE… (title= slug= date= status=draft|published kind=post|page series= …)',
  summary: 'Sets fields of a post.',
  details: [
    `What can be set: ${settable.join(', ')}. Tags are parted by commas; an empty series, cover, language or canonicalUrl takes it away.`,
  ],
  positionals: [2, Number.POSITIVE_INFINITY],
  creates: 'never',
  prepare: (given) => {
    const [name, ...texts] = given.positionals
    const fields = readFields(readAssignments(texts, settable, set))
    return async ({ api: { client } }) =>
      done(await client.posts.set({ id: await find(client, name), fields }), 'Set')
  },
}

function readFields(values: Readonly<Record<string, string>>): PostFields {
  const { tags, status, kind, series, cover, language, canonicalUrl, ...texts } = values
  if (status !== undefined && status !== 'draft' && status !== 'published') {
    throw new UsageError('status is draft or published.', set)
  }
  if (kind !== undefined && kind !== 'post' && kind !== 'page')
    throw new UsageError('kind is post or page.', set)
  const orNull = (name: string, value: string | undefined) =>
    value === undefined ? {} : { [name]: value || null }
  return {
    ...texts,
    ...(status === undefined ? {} : { status }),
    ...(kind === undefined ? {} : { kind }),
    ...(tags === undefined
      ? {}
      : {
          tags: tags
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
        }),
    ...orNull('series', series),
    ...orNull('cover', cover),
    ...orNull('language', language),
    ...orNull('canonicalUrl', canonicalUrl),
  }
}

export const trash: Command = {
  name: 'trash',
  usage: 'POST',
  summary: 'Puts a post into the trash.',
  positionals: [1, 1],
  creates: 'never',
  prepare:
    (given) =>
    async ({ api: { client } }) =>
      done(await client.posts.trash({ id: await find(client, given.positionals[0]) }), 'Trashed'),
}

export const restore: Command = {
  name: 'restore-from-trash',
  usage: 'POST',
  summary: 'Takes a post out of the trash.',
  positionals: [1, 1],
  creates: 'never',
  prepare:
    (given) =>
    async ({ api: { client } }) =>
      done(await client.posts.restore({ id: await find(client, given.positionals[0]) }), 'Restored'),
}
