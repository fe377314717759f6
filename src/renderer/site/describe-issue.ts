import type { z } from 'zod'
import type { SiteSettings } from '../../document'

/** What is wrong with a setting, in a sentence: the schema's own, or one for what it says in code. */
export function describeIssue(name: keyof SiteSettings, issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    if (issue.origin === 'array') return `At most ${issue.maximum} entries.`
    return issue.origin === 'string' ? `At most ${issue.maximum} characters.` : `At most ${issue.maximum}.`
  }
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'Not filled in yet.' : 'Too small.'
  // Of a union zod only says that nothing fits.
  if (name === 'baseUrl') return 'A web address looks like https://example.org/ and has no query.'
  return issue.message
}
