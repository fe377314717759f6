import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import { differences } from './harness/folders.ts'
import { appendText, desk, dialog, editor, exportSite, notices, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const history = (page: Page) => page.getByRole('region', { name: 'History', exact: true })
const chooseFrom = async (page: Page, button: string, item: string) => {
  await desk(page).getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('the site shows what was released until the writer updates it', async ({ app }) => {
  const page = await app.open()
  const site = join(app.folder, 'site')
  const exported = () => readFile(join(site, 'posts/two-faces/index.html'), 'utf8')
  await writePost(page, 'Two faces', 'Released words.')
  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  await exportSite(page, site)
  expect(await exported()).toContain('Released words.')
  await cp(site, join(app.folder, 'before'), { recursive: true })

  await appendText(page, ' Private words.')
  await expect(desk(page).getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  await expect(desk(page).getByRole('button', { name: 'Unreleased changes' })).toBeVisible()
  await exportSite(page, site)
  expect(await differences(join(app.folder, 'before'), site)).toEqual([])

  await desk(page).getByRole('button', { name: 'Update', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  await exportSite(page, site)
  expect(await exported()).toContain('Private words.')
})

test('unreleased changes can be seen and discarded, and come back from the history', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Second thoughts', 'What the site shows.')
  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  await appendText(page, ' And what it does not.')
  await expect(desk(page).getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  expect(await barriers(page)).toEqual([])

  await desk(page).getByRole('button', { name: 'Release options' }).click()
  await page.getByRole('menuitem', { name: 'See changes' }).click()
  await expect(history(page).getByRole('insertion')).toContainText('And what it does not.')
  await page.keyboard.press('Escape')

  await desk(page).getByRole('button', { name: 'Release options' }).click()
  await page.getByRole('menuitem', { name: 'Discard changes…' }).click()
  const asking = dialog(page, 'Discard the unreleased changes?')
  await asking.getByRole('button', { name: 'Keep them' }).click()
  await expect(editor(page)).toContainText('And what it does not.')
  await desk(page).getByRole('button', { name: 'Release options' }).click()
  await page.getByRole('menuitem', { name: 'Discard changes…' }).click()
  await asking.getByRole('button', { name: 'Discard changes' }).click()
  await expect(editor(page)).not.toContainText('And what it does not.')
  await expect(notices(page)).toContainText('discarded')

  await desk(page).getByRole('button', { name: 'History', exact: true }).click()
  await history(page)
    .getByRole('button', { name: /Before a change/ })
    .click()
  await history(page).getByRole('button', { name: 'Restore this' }).click()
  await expect(editor(page)).toContainText('And what it does not.')

  await expect(desk(page).getByRole('button', { name: 'Update', exact: true })).toBeVisible()
  await desk(page).getByRole('button', { name: 'Release options' }).click()
  await page.getByRole('menuitem', { name: 'Unpublish' }).click()
  await expect(desk(page).getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
})

test('a published post without changes is unpublished from its menu', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Short life', 'Words.')
  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await chooseFrom(page, 'Published', 'Unpublish')
  await expect(desk(page).getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
})
