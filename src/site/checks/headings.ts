import type { HeadingFact } from './facts'
import type { Finding } from './finding'

type HeadingFinding = Omit<Finding, 'post'>

/** Whether the headings of a text are a list of contents, below the title, which is of the first level. */
export function* checkHeadings(headings: readonly HeadingFact[]): Generator<HeadingFinding> {
  const first = headings.filter(({ level }) => level === 1)
  if (first[0] !== undefined) {
    const more = first.length === 1 ? '' : ` So are ${first.length - 1} more.`
    yield {
      code: 'heading-order',
      severity: 'warning',
      line: first[0].line,
      message: `The heading “${first[0].text}” is of the first level, as the title is.${more}`,
      fix: 'Write one # more before every heading of the text: the title has the first level for itself.',
    }
  }
  let before = 1
  for (const { level, text, line } of headings) {
    if (level > before + 1) {
      yield {
        code: 'heading-order',
        severity: 'warning',
        line,
        message: `The heading “${text}” skips from level ${before} to level ${level}.`,
        fix: `Write it with ${'#'.repeat(before + 1)}.`,
      }
    }
    if (text === '') {
      yield {
        code: 'empty-heading',
        severity: 'warning',
        line,
        message: 'A heading has no words.',
        fix: 'Write what follows it, or take it out.',
      }
    }
    before = level
  }
}
