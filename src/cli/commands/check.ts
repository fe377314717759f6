import type { SiteFinding } from '../../api/contract'
import type { Command, Outcome } from '../command'
import { find } from './find'

export const check: Command = {
  name: 'check',
  usage: '[POST] [--strict] [--notes]',
  summary: 'Names what readers of the site would find broken, and how to mend it.',
  details: [
    'Without POST: everything that is on the site. With POST: that post as it reads now, released or not.',
    'Exit code 1 when there is an error; with --strict when there is an error or a warning. Notes never count.',
  ],
  options: {
    strict: { type: 'boolean', help: 'Take warnings for errors.' },
    notes: { type: 'boolean', help: 'List all notes; where there are many, they are only counted.' },
  },
  positionals: [0, 1],
  creates: 'never',
  prepare: (given) => {
    const [name] = given.positionals
    const wanted = { isStrict: given.flag('strict'), hasNotes: given.flag('notes') }
    return async ({ api: { client } }) => {
      if (name === undefined) {
        const { findings, ms } = await client.site.check({})
        return tell(findings, wanted, { ms })
      }
      const { findings } = await client.site.checkPost({ id: await find(client, name) })
      return tell(findings, wanted, {})
    }
  },
}

/** More notes than this hide what is worse. */
const fewNotes = 20

interface Wanted {
  readonly isStrict: boolean
  readonly hasNotes: boolean
}

function tell(findings: readonly SiteFinding[], { isStrict, hasNotes }: Wanted, more: object): Outcome {
  const count = (severity: SiteFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') }
  const isFailed = counts.errors > 0 || (isStrict && counts.warnings > 0)
  const isListed = ({ severity }: SiteFinding) => severity !== 'note' || hasNotes || counts.notes <= fewNotes
  const parts = groups(findings.filter(isListed)).map(groupText)
  const summary =
    findings.length === 0
      ? 'Nothing to put right.\n'
      : `${number(counts.errors, 'error')}, ${number(counts.warnings, 'warning')}, ${number(counts.notes, 'note')}${findings.every(isListed) ? '' : ' (--notes lists them)'}.\n`
  return {
    json: { ...counts, findings, ...more },
    text: [...parts, summary].join('\n'),
    exitCode: isFailed ? 1 : 0,
  }
}

interface Group {
  readonly heading: string
  readonly findings: SiteFinding[]
}

/** What belongs to one post together, in the order of its worst finding. */
function groups(findings: readonly SiteFinding[]): Group[] {
  const byPost = new Map<string, Group>()
  for (const finding of findings) {
    const { post } = finding
    const heading = post === undefined ? 'The site' : `${post.title.trim() || 'Untitled'} (${post.slug})`
    const group = byPost.get(post?.id ?? '') ?? { heading, findings: [] }
    group.findings.push(finding)
    byPost.set(post?.id ?? '', group)
  }
  return [...byPost.values()]
}

/** What to do is said once for neighbours that want the same. */
function groupText({ heading, findings }: Group): string {
  const lines = findings.flatMap(({ severity, line, message, fix }, index) => [
    `  ${severity.padEnd(7)}  ${line === undefined ? '' : `line ${line}: `}${message}`,
    ...(findings[index + 1]?.fix === fix ? [] : [`           ${fix}`]),
  ])
  return `${[heading, ...lines].join('\n')}\n`
}

const number = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
