import { appendText, dialog, editor, expectSaved, openPost, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a backup is made, shows what differs, and takes the place of the library', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Kept', 'As it was.\n')
  const openBackups = async () => {
    await page.keyboard.press('ControlOrMeta+Shift+P')
    await dialog(page, 'Command palette').getByRole('combobox', { name: 'Command' }).fill('Backups')
    await page.keyboard.press('Enter')
    return dialog(page, 'Backups')
  }
  const backups = await openBackups()
  await backups.getByRole('button', { name: 'Back up now' }).click()
  await expect(backups.getByText(/^Backed up: \d+ posts, opened and checked\.$/)).toBeVisible()
  await expect(backups.getByRole('list', { name: 'Backups' })).toContainText('By hand')
  await backups.getByRole('button', { name: 'Close' }).last().click()

  await appendText(page, 'Written after it.\n')
  await writePost(page, 'Born later', 'New.\n')
  await openBackups()
  await backups.getByRole('listitem').filter({ hasText: 'By hand' }).getByRole('button').click()
  const asking = dialog(page, 'Restore this backup?')
  await expect(asking.getByRole('region', { name: 'Read as they did then' })).toContainText('Kept')
  await expect(asking.getByRole('region', { name: 'Are not in the backup and go' })).toContainText(
    'Born later',
  )
  await asking.getByRole('button', { name: 'Restore', exact: true }).click()

  await expect(asking).toBeHidden({ timeout: 30_000 })
  await openPost(page, 'Kept')
  await expect(editor(page)).toContainText('As it was.')
  await expect(editor(page)).not.toContainText('Written after it.')
  await appendText(page, 'And it goes on.\n')
  await expectSaved(page)
  expect((await app.longhand(['show', 'kept'])).stdout).toBe('As it was.\nAnd it goes on.\n')
  expect((await app.longhand(['show', 'born-later'])).code).toBe(1)
  const again = await openBackups()
  await expect(again.getByRole('list', { name: 'Backups' })).toContainText('Before a restore')
})
