import { createTwoFilesPatch } from 'diff'
import type { PostState, PostVersion } from '../../api/contract'
import { columns } from '../columns'
import { type Command, UsageError } from '../command'
import { restoreInto } from './backup'
import { find, findVersion } from './find'

export const history: Command = {
  name: 'history',
  usage: 'POST',
  summary: 'Lists the versions of a post, newest first.',
  details: [
    'The first is the present state; its id is now. Any id may be shortened to a beginning that is unique.',
  ],
  positionals: [1, 1],
  creates: 'never',
  prepare:
    (given) =>
    async ({ api: { client } }) => {
      const versions = await client.history.list({ id: await find(client, given.positionals[0]) })
      const json = versions.map(({ device, ...version }) => ({ ...version, device: device.name }))
      return { json, text: columns(versions.map(row)) }
    },
}

const row = ({ id, at, device, kind, name, words }: PostVersion) => [
  id,
  new Date(at).toISOString().slice(0, 16).replace('T', ' '),
  device.name,
  `${words} words`,
  name ?? kind,
]

export const diff: Command = {
  name: 'diff',
  usage: 'POST V1 V2',
  summary: 'Shows what changed between two versions of a post.',
  details: [
    'A version is an id of history, now, or released (what the site shows).',
    'Prints a unified diff of the text; with --json, every difference by words.',
  ],
  positionals: [3, 3],
  creates: 'never',
  prepare: (given) => {
    const [name, first = '', second = ''] = given.positionals
    return async ({ api: { client } }) => {
      const id = await find(client, name)
      const [from, to] = [await findVersion(client, id, first), await findVersion(client, id, second)]
      const before = await client.history.read({ id, version: from })
      const after = await client.history.read({ id, version: to })
      const text = createTwoFilesPatch(first, second, before.body, after.body, undefined, undefined, {
        context: 3,
      })
      const json = await client.history.compare({ id, from, to })
      return { json, text: fieldLines(json, before, after) + text.replace(/^=+\n/m, '') }
    }
  },
}

/** What changed beside the text, as lines of a diff. */
function fieldLines(
  { fields }: { readonly fields: readonly { name: string; from: string; to: string }[] },
  before: PostState,
  after: PostState,
): string {
  const texts = (['title', 'summary'] as const)
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, from: before[name], to: after[name] }))
  return [...texts, ...fields].map(({ name, from, to }) => `-${name}: ${from}\n+${name}: ${to}\n`).join('')
}

export const restoreVersion: Command = {
  name: 'restore',
  usage: 'POST V | FILE --to DIR',
  summary: 'Makes a post read as it did in a version, or a library of a backup.',
  details: [
    'POST V is an edit like any other: what was there before is kept as a version, and printed.',
    'FILE --to DIR makes a library of a backup, or of another library file, in a folder that is absent or empty. It is checked whole before the folder has its name, and is an installation of its own.',
  ],
  options: { to: { type: 'string', value: 'DIR', help: 'The folder of the new library.' } },
  positionals: [1, 2],
  creates: 'never',
  interruptible: true,
  prepare: (given) => {
    const [name = '', wanted] = given.positionals
    const folder = given.text('to')
    if (folder !== undefined) {
      if (wanted !== undefined || folder === '')
        throw new UsageError('restore takes POST V, or FILE --to DIR.', restoreVersion)
      return restoreInto(name, folder)
    }
    if (wanted === undefined) throw new UsageError('V is missing, or --to DIR.', restoreVersion)
    return async ({ api: { client } }) => {
      const id = await find(client, name)
      const { before } = await client.history.restore({ id, version: await findVersion(client, id, wanted) })
      const post = await client.posts.get({ id })
      return { json: { post, before: before.id }, text: `Restored ${post.slug}; before it: ${before.id}\n` }
    }
  },
}

export const release: Command = {
  name: 'release',
  usage: 'POST',
  summary: 'Gives the unreleased changes of a published post to the site.',
  details: ['Until then an export shows the post as it was published or released last.'],
  positionals: [1, 1],
  creates: 'never',
  prepare:
    (given) =>
    async ({ api: { client } }) => {
      const post = await client.releases.update({ id: await find(client, given.positionals[0]) })
      return { json: post, text: `Released ${post.slug}\n` }
    },
}
