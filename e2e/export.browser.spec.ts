import { join } from 'node:path'
import { expectExported, openExport } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('an exported site is looked at in a new tab', async ({ app }) => {
  const page = await app.open()
  const exporting = await openExport(page, join(app.folder, 'site'))
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expectExported(page)
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    exporting.getByRole('button', { name: 'View site' }).click(),
  ])
  await expect(opened.locator('h1').first()).toBeVisible()
})
