import { dialog, expectSaved, notices, postList, preview, showList, titleBox } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a newcomer changes a sentence of the sample and sees the page change, and is welcomed once', async ({
  app,
}) => {
  const page = await app.open()
  const welcome = page.getByRole('region', { name: 'Welcome' })
  await expect(welcome).toBeVisible()
  await welcome.getByRole('button', { name: 'How Markdown is written' }).click()
  await expect(dialog(page, 'Markdown reference')).toContainText('**strong**')
  await page.keyboard.press('Escape')
  await welcome.getByRole('button', { name: 'Try it on the sample' }).click()
  await expect(welcome).toBeHidden()
  await page.keyboard.type(' It took me a moment.')
  await expect(preview(page).locator('p').filter({ hasText: 'It took me a moment.' })).toBeVisible()
  await expectSaved(page)
  await page.reload()
  await expect(titleBox(page)).toBeVisible()
  await expect(welcome).toBeHidden()
})

test('a newcomer begins with an empty page, has the sample back, and finds the files', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Begin with an empty page' }).click()
  await expect(titleBox(page)).toHaveValue('')
  await expect(postList(page).getByRole('option')).toHaveCount(1)
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(postList(page).getByRole('option')).not.toHaveCount(1)
  await showList(page, 'Trash')
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()

  await page.keyboard.press('F1')
  await page.keyboard.type('where the files')
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Where the files are')).toContainText(app.library)
})

test('who brings posts in is led to the import', async ({ app }) => {
  const page = await app.open()
  await page.getByRole('button', { name: 'Bring in my posts…' }).click()
  await expect(dialog(page, 'Import a folder')).toBeVisible()
})

test('a library that was there before welcomes nobody', async ({ app }) => {
  await app.longhand(['new', '--title', 'Old'])
  const page = await app.open()
  await expect(titleBox(page)).toHaveValue('Old')
  await expect(page.getByRole('region', { name: 'Welcome' })).toBeHidden()
})
