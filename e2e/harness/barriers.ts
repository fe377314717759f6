import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** WCAG 2.2 at level AA, as axe names it. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * The barriers that axe finds on the page as it is, each with the element that makes it. Frames are left
 * out: the preview is the theme's page, in which no script can run, and is checked as an exported site.
 * @param moreTags what is to be kept beside WCAG 2.2 AA (`best-practice`)
 */
export async function barriers(page: Page, moreTags: readonly string[] = []): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    // The other mode opens a second window for its report, which Electron does not allow.
    .setLegacyMode()
    .exclude('iframe')
    .withTags([...wcag, ...moreTags])
    .analyze()
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.failureSummary} ${node.html.slice(0, 200)}`),
  )
}
