import type { SiteFinding } from '../../api/contract'
import type { Command, Outcome } from '../command'
import { find } from './find'

export const check: Command = {
  name: 'check',
  usage: '[POST] [--strict]',
  summary: 'Names what readers of the site would find broken, and how to mend it.',
  details: [
    'Without POST: everything that is on the site. With POST: that post as it reads now, released or not.',
    'Exit code 1 when there is an error; with --strict when there is an error or a warning. Notes never count.',
  ],
  options: { strict: { type: 'boolean', help: 'Take warnings for errors.' } },
  positionals: [0, 1],
  creates: 'never',
  prepare: (given) => {
    const [name] = given.positionals
    const isStrict = given.flag('strict')
    return async ({ api: { client } }) => {
      if (name === undefined) {
        const { findings, ms } = await client.site.check({})
        return tell(findings, isStrict, { ms })
      }
      const { findings } = await client.site.checkPost({ id: await find(client, name) })
      return tell(findings, isStrict, {})
    }
  },
}

function tell(findings: readonly SiteFinding[], isStrict: boolean, more: object): Outcome {
  const count = (severity: SiteFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') }
  const isFailed = counts.errors > 0 || (isStrict && counts.warnings > 0)
  const summary =
    findings.length === 0
      ? 'Nothing to put right.\n'
      : `${number(counts.errors, 'error')}, ${number(counts.warnings, 'warning')}, ${number(counts.notes, 'note')}.\n`
  return {
    json: { ...counts, findings, ...more },
    text: `${groups(findings).map(groupText).join('\n')}${findings.length === 0 ? '' : '\n'}${summary}`,
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
