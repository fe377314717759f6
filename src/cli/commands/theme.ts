import type { ThemeFinding } from '../../api/contract'
import { columns } from '../columns'
import { type Command, type Context, type Outcome, UsageError } from '../command'

const acts = ['list', 'new', 'check'] as const

export const theme: Command = {
  name: 'theme',
  usage: 'list | new NAME [--from THEME] | check [NAME]',
  summary: 'Lists the themes, begins one of your own, or checks one.',
  details: [
    'new makes a folder in the library’s themes/ that extends a theme that ships: it needs only what is different.',
    'check renders a page of every kind, and names what can’t be read, is missing or unknown, by file and line.',
    'Without NAME it checks the theme that the site has. Exit code 1 when there is an error.',
  ],
  options: {
    from: { type: 'string', value: 'THEME', help: 'The theme to extend; broadsheet when left out.' },
  },
  positionals: [1, 2],
  creates: 'never',
  prepare: (given) => {
    const [act, name] = given.positionals
    const from = given.text('from')
    const isKnown = acts.some((known) => known === act)
    const isWhole = act === 'new' ? name !== undefined : act !== 'list' || name === undefined
    if (!isKnown || !isWhole || (from !== undefined && act !== 'new'))
      throw new UsageError('theme takes list, new NAME, or check with a NAME or without.', theme)
    if (act === 'new') return (context) => make(context, name ?? '', from ?? 'broadsheet')
    return act === 'list' ? list : (context) => check(context, name)
  },
}

async function list({ api: { client } }: Context): Promise<Outcome> {
  const [all, site] = await Promise.all([client.site.themes({}), client.site.get()])
  const themes = all.map((each) => ({ ...each, isChosen: each.name === site.theme }))
  return {
    json: themes,
    text: columns(
      themes.map(({ name, isChosen, isOwn, problem, description }) => [
        `${isChosen ? '*' : ' '} ${name}`,
        isOwn ? 'own' : 'ships',
        problem ?? description,
      ]),
    ),
  }
}

async function make({ api: { client } }: Context, name: string, from: string): Promise<Outcome> {
  const made = await client.site.newTheme({ name, from })
  return {
    json: { name, from, ...made },
    text: `${made.folder}\nChoose it with: longhand site theme=${name}\n`,
  }
}

async function check({ api: { client } }: Context, given: string | undefined): Promise<Outcome> {
  const name = given ?? (await client.site.get()).theme
  const findings = await client.site.checkTheme({ name })
  const isFailed = findings.some(({ severity }) => severity === 'error')
  const lines = findings.map((finding) => `${finding.severity}: ${placeOf(finding)}${finding.message}`)
  return {
    json: { name, findings },
    text: `${lines.length === 0 ? `Nothing is wrong with ${name}.` : lines.join('\n')}\n`,
    exitCode: isFailed ? 1 : 0,
  }
}

/** `layouts/post.liquid:12: `, as editors know to open it. */
const placeOf = ({ file, line }: ThemeFinding) =>
  file === '' ? '' : `${file}${line === null ? '' : `:${line}`}: `
