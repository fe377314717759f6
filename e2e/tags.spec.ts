import { copyLibrary, large, makeLargeLibrary, titleOf } from './harness/large-library.ts'
import { dialog, notices, postOption, sidebar } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a tag that 500 posts have is renamed, merged, described and deleted', async ({ app }) => {
  test.slow()
  const { path, remove } = await makeLargeLibrary()
  await copyLibrary(path, app.library)
  await remove()
  const page = await app.open()
  await sidebar(page).getByRole('button', { name: 'All tags' }).click()
  const tags = page.getByRole('main', { name: 'Tags' })
  const row = (name: string) => tags.getByRole('row', { name, exact: true })
  await expect(row(large.tag)).toContainText(`${large.tagged} posts`)

  await row(large.tag).focus()
  await page.keyboard.press('F2')
  const renaming = dialog(page, `Rename tag “${large.tag}”`)
  await renaming.getByRole('textbox', { name: 'Name' }).fill('benchmarks')
  await page.keyboard.press('Enter')
  await expect(notices(page)).toContainText('“measured” is now “benchmarks” in 500 posts.')
  await expect(row('benchmarks')).toContainText('500 posts')
  await expect(row(large.tag)).toBeHidden()

  await row('benchmarks').hover()
  await row('benchmarks').getByRole('button', { name: 'Describe benchmarks' }).click()
  await dialog(page, 'Describe tag “benchmarks”')
    .getByRole('textbox')
    .fill('Numbers, and how they were taken.')
  await page.keyboard.press('Enter')
  await expect(row('benchmarks')).toContainText('Numbers, and how they were taken.')

  await row('benchmarks').focus()
  await page.keyboard.press('F2')
  const merging = dialog(page, 'Rename tag “benchmarks”')
  await merging.getByRole('textbox', { name: 'Name' }).fill('caches')
  await expect(merging).toContainText('is a tag already')
  await merging.getByRole('button', { name: 'Merge' }).click()
  await expect(row('benchmarks')).toBeHidden()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(row('benchmarks')).toContainText('500 posts')

  await row('benchmarks').focus()
  await page.keyboard.press('Delete')
  await dialog(page, 'Delete tag “benchmarks”?').getByRole('button', { name: 'Delete tag' }).click()
  await expect(row('benchmarks')).toBeHidden()
  await row('caches').click()
  await expect(postOption(page, titleOf(0))).toBeVisible()
})
