import { columns } from '../columns'
import { type Command, type Context, type Outcome, UsageError } from '../command'

/** What can be done with tags, by the word after the command. */
const acts: Readonly<
  Record<string, { count: number; run: (context: Context, names: readonly string[]) => Promise<Outcome> }>
> = {
  rename: {
    count: 2,
    run: async ({ api }, [from = '', to = '']) => {
      const { changed } = await api.client.tags.rename({ from, to })
      return { json: { changed }, text: `Renamed in ${posts(changed)}\n` }
    },
  },
  remove: {
    count: 1,
    run: async ({ api }, [name = '']) => {
      const { changed } = await api.client.tags.remove({ name })
      return { json: { changed }, text: `Removed from ${posts(changed)}\n` }
    },
  },
  describe: {
    count: 2,
    run: async ({ api }, [name = '', description = '']) => {
      const tag = await api.client.tags.describe({ name, description })
      return { json: tag, text: `Described ${name}\n` }
    },
  },
}

const posts = (count: number) => (count === 1 ? '1 post' : `${count} posts`)

export const tags: Command = {
  name: 'tags',
  usage: '[rename A B | remove A | describe A TEXT]',
  summary: 'Lists the tags, or changes one in every post.',
  details: [
    'Renaming a tag to another that exists makes one of the two. What a tag says of itself is on its page of the site.',
    'A published post without other changes that wait is released with the change.',
  ],
  positionals: [0, 3],
  creates: 'never',
  prepare: (given) => {
    const [act, ...names] = given.positionals
    if (act === undefined) return list
    const known = Object.hasOwn(acts, act) ? acts[act] : undefined
    if (known === undefined || names.length !== known.count)
      throw new UsageError('tags takes nothing, rename A B, remove A, or describe A TEXT.', tags)
    return (context) => known.run(context, names)
  },
}

async function list({ api }: Context): Promise<Outcome> {
  const all = await api.client.tags.list()
  return {
    json: all,
    text: columns(all.map(({ name, count, description }) => [name, String(count), description])),
  }
}
