import { expect, it } from 'vitest'
import type { Asset } from '../library'
import { renderContent } from './content'
import { planSite } from './plan'
import { References } from './references'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'
import { Warnings } from './warnings'

const drawing: Asset = {
  hash: 'ab',
  path: 'media/diagram-00112233445566778899aabbccddeeff-3f2a91bc04de.svg',
  type: 'image/svg+xml',
  size: 9,
  width: 320,
  height: 200,
}
const source = '```mermaid\npie\n```'

function render(findDrawing?: (source: string) => Asset | undefined) {
  const library = sampleLibrary([samplePost(1)], { baseUrl: 'https://example.org/blog' }, [drawing])
  const snapshot = snapshotOf(library, temporaryFolder())
  const plan = planSite(snapshot, 10)
  const warnings = new Warnings()
  const references = new References(plan, (path) => snapshot.asset(path), warnings, undefined, findDrawing)
  const { html } = renderContent(plan.posts[0]!, source, references)
  return { html, assets: [...references.made.keys()], warnings: warnings.list() }
}

it('a diagram that was drawn is on the site as its drawing', () => {
  const { html, assets, warnings } = render((asked) => (asked === 'pie' ? drawing : undefined))
  expect(html).toContain(
    `<figure class="diagram"><img src="/blog/${drawing.path}" alt="Pie chart" width="320"`,
  )
  expect(assets).toEqual([drawing.path])
  expect(warnings).toEqual([])
})

it('a diagram that was never drawn is shown as its code, and the writer is told', () => {
  const { html, assets, warnings } = render()
  expect(html).toContain('<code class="language-mermaid">pie')
  expect(assets).toEqual([])
  expect(warnings).toEqual([expect.stringContaining('“Post 1” has a diagram that was never drawn')])
})
