import { join } from 'node:path'
import {
  appendText,
  desk,
  editor,
  expectExported,
  exportDialog,
  openExport,
  openPost,
  sidebar,
  statusBar,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const deadLink = 'See [the other one](nowhere-at-all.md).'

test('a dead link is counted, listed, led to, and gone when it is mended', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'With a dead link', `First.\n\nSecond.\n\n${deadLink}\n`)
  const note = statusBar(page).getByRole('button', { name: /to look at$/ })
  await note.click()
  const checks = desk(page).getByRole('complementary', { name: 'Checks' })
  const inPost = checks.getByRole('list', { name: 'This post' })
  const dead = inPost.getByRole('listitem').filter({ hasText: 'nowhere-at-all.md' })
  await expect(dead.getByRole('img', { name: 'Error' })).toBeVisible()
  await dead.getByRole('button', { name: 'Line 5' }).click()
  await expect(editor(page)).toBeFocused()
  await expect(statusBar(page)).toContainText('Line 5')
  // The line is selected: what is typed takes its place.
  await page.keyboard.insertText('See for yourself.')
  await expect(dead).toBeHidden()
  await page.keyboard.press('F7')
  await expect(checks).toBeHidden()
})

test('before an export the errors of the site are named, and lead to their posts', async ({ app }) => {
  await app.longhand(['new', '--title', 'Broken', '--publish', '--body', '-'], `Text.\n\n${deadLink}\n`)
  const page = await app.open()
  await writePost(page, 'Another', 'Nothing wrong here.')
  const exporting = await openExport(page, join(app.folder, 'site'))
  await expect(exporting).toContainText(/On the site there (is|are) 1 error/)
  await exporting.getByRole('button', { name: 'Show checks' }).click()
  await expect(exportDialog(page)).toBeHidden()
  const onSite = desk(page).getByRole('list', { name: 'The site' })
  await onSite
    .getByRole('listitem')
    .filter({ hasText: 'nowhere-at-all.md' })
    .getByRole('button', { name: 'Broken, Line 3' })
    .click()
  await expect(titleBox(page)).toHaveValue('Broken')
  await expect(statusBar(page)).toContainText('Line 3')

  // Nothing waits for it.
  await sidebar(page).getByRole('button', { name: 'Export site…' }).click()
  await exportDialog(page).getByRole('button', { name: 'Export', exact: true }).click()
  await expectExported(page)
})

test('a post in which there is nothing to look at says nothing', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'A five-minute tour')
  await page.keyboard.press('F7')
  const checks = desk(page).getByRole('complementary', { name: 'Checks' })
  await expect(checks).toContainText('Nothing to look at in this post.')
  await expect(statusBar(page).getByRole('button', { name: /to look at$/ })).toBeHidden()
  await appendText(page, deadLink)
  await expect(statusBar(page).getByRole('button', { name: /to look at$/ })).toBeVisible()
  await checks.getByRole('button', { name: 'Close checks' }).click()
  await expect(editor(page)).toBeFocused()
})
