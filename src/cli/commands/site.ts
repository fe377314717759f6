import { readAssignments } from '../assignments'
import { columns } from '../columns'
import type { Command } from '../command'

const settable = ['title', 'tagline', 'baseUrl', 'author', 'language']

export const site: Command = {
  name: 'site',
  usage: '[title=… tagline=… baseUrl=… author=… language=…]',
  summary: 'Prints the settings of the site; sets those that are given.',
  details: [
    'baseUrl is where the site will live: https://example.org, perhaps with a path. Empty takes it away.',
  ],
  positionals: [0, Number.POSITIVE_INFINITY],
  creates: 'when-given-positionals',
  prepare: (given) => {
    const values = readAssignments(given.positionals, settable, site)
    return async ({ api }) => {
      const settings =
        given.positionals.length === 0 ? await api.client.site.get() : await api.client.site.set(values)
      const rows = Object.entries(settings).map(([name, value]) => [name, String(value)])
      return { json: settings, text: columns(rows) }
    }
  },
}
