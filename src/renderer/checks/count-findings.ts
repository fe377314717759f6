import type { SiteFinding } from '../../api/contract'

type Severity = SiteFinding['severity']

/** How many findings there are of each kind. */
export function countFindings(
  findings: readonly Pick<SiteFinding, 'severity'>[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** “2 errors and 1 warning”; notes are left out. Empty when there is neither. */
export function sayFindings(findings: readonly Pick<SiteFinding, 'severity'>[]): string {
  const { error, warning } = countFindings(findings)
  const say = (count: number, name: string) =>
    count === 0 ? [] : [`${count.toLocaleString()} ${name}${count === 1 ? '' : 's'}`]
  return [...say(error, 'error'), ...say(warning, 'warning')].join(' and ')
}
