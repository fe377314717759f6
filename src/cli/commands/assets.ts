import type { MediaItem } from '../../api/contract'
import { columns } from '../columns'
import type { Command, Context } from '../command'

export const assets: Command = {
  name: 'assets',
  usage: '[--unused]',
  summary:
    'Lists the images and other files of the library, newest first, and in how many posts each is used.',
  details: ['With --json, the posts as well, and how many of their images have no alternative text.'],
  options: { unused: { type: 'boolean', help: 'Only those that no post refers to.' } },
  positionals: [0, 0],
  creates: 'never',
  prepare: (given) => {
    const filter = given.flag('unused') ? 'unused' : 'all'
    return async ({ api }) => {
      const items = await listAll(api.client, filter)
      return { json: items, text: columns(items.map(row)) }
    }
  },
}

/** The most that one call gives. */
const pageSize = 500

async function listAll(client: Context['api']['client'], filter: 'all' | 'unused'): Promise<MediaItem[]> {
  const items: MediaItem[] = []
  for (;;) {
    const page = await client.media.list({ filter, offset: items.length, limit: pageSize })
    items.push(...page.items)
    if (page.items.length === 0 || items.length >= page.total) return items
  }
}

function row({ path, size, width, height, uses }: MediaItem): string[] {
  const posts = uses.length === 0 ? 'unused' : uses.length === 1 ? '1 post' : `${uses.length} posts`
  return [posts, `${size}`, width === null || height === null ? '-' : `${width}x${height}`, path]
}
