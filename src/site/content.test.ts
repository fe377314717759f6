import { expect, it } from 'vitest'
import { renderContent } from './content'
import { planSite } from './plan'
import { References } from './references'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'
import { Warnings } from './warnings'

it.each([
  ['[[Wiki Link]]', '[[Wiki Link]]'],
  ['[[Wiki Link#Part|words]]', '[[Wiki Link]]'],
  ['[words](gone.md)', 'gone.md'],
])('%s that leads nowhere is named as it was written', (source, name) => {
  const plan = planSite(snapshotOf(sampleLibrary([samplePost(1)], {}, []), temporaryFolder()), 10)
  const warnings = new Warnings()
  renderContent(plan.posts[0]!, source, new References(plan, () => undefined, warnings))
  expect(warnings.list()).toEqual([expect.stringContaining(`links to “${name}”, which`)])
})
