import type { SiteFinding } from '../../api/contract'
import type { Words } from '../../words'

type Severity = SiteFinding['severity']

/** How many findings there are of each kind. */
export function countFindings(
  findings: readonly Pick<SiteFinding, 'severity'>[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** “On the site there are 2 errors and 1 warning.”; notes are left out. Empty when there is neither. */
export function sayFindings(
  findings: readonly Pick<SiteFinding, 'severity'>[],
  { say }: Pick<Words, 'say'>,
): string {
  const { error, warning } = countFindings(findings)
  if (error + warning === 0) return ''
  if (warning === 0) {
    return say('On the site there {error, plural, one {is # error} other {are # errors}}.', { error })
  }
  if (error === 0) {
    return say('On the site there {warning, plural, one {is # warning} other {are # warnings}}.', { warning })
  }
  return say(
    'On the site there {error, plural, one {is # error} other {are # errors}} and {warning, plural, one {# warning} other {# warnings}}.',
    { error, warning },
  )
}
