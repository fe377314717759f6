import { siteSettingsSchema } from '../../document'
import { readAssignments } from '../assignments'
import { columns } from '../columns'
import { type Command, UsageError } from '../command'

const settable = Object.keys(siteSettingsSchema.shape)
/** Settings that are more than one text are given as JSON. */
const asJson = new Set([
  'themeSettings',
  'menu',
  'social',
  'formerPermalinks',
  'search',
  'tagFeeds',
  'images',
  'socialImages',
  'related',
])

export const site: Command = {
  name: 'site',
  usage: '[title=… tagline=… baseUrl=… author=… theme=…]',
  summary: 'Prints the settings of the site; sets those that are given.',
  details: [
    'baseUrl is where the site will live: https://example.org, perhaps with a path. Empty takes it away.',
    `All that can be set: ${settable.join(', ')}.`,
    `As JSON: ${[...asJson].join(', ')}. So search=false, related=4, menu='[{"label":"Talks","link":"/talks/"}]'.`,
  ],
  positionals: [0, Number.POSITIVE_INFINITY],
  creates: 'when-given-positionals',
  prepare: (given) => {
    const values = Object.fromEntries(
      Object.entries(readAssignments(given.positionals, settable, site)).map(([name, text]) => [
        name,
        asJson.has(name) ? readJson(name, text) : text,
      ]),
    )
    return async ({ api }) => {
      const settings =
        given.positionals.length === 0 ? await api.client.site.get() : await api.client.site.set(values)
      const rows = Object.entries(settings).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ])
      return { json: settings, text: columns(rows) }
    }
  },
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${name} needs JSON; “${text}” is none.`, site)
    throw error
  }
}
