import type { Page } from '@playwright/test'
import { dialog, editor, expectSaved, openPost, titleBox } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const tabs = (page: Page) => page.getByRole('tablist', { name: 'Open posts' })
const tab = (page: Page, name: string) => tabs(page).getByRole('tab', { name, exact: true })

test('several posts are open in tabs, gone through by key, closed, and there again', async ({ app }) => {
  for (const title of ['Alpha', 'Beta', 'Gamma']) await app.longhand(['new', '--title', title])
  const page = await app.open()
  await openPost(page, 'Alpha')
  await expect(tabs(page)).toBeHidden()
  for (const title of ['Beta', 'Gamma']) {
    await page.keyboard.press('Alt+t')
    await dialog(page, 'Quick open').getByRole('combobox').fill(title)
    await expect(dialog(page, 'Quick open').getByRole('option').first()).toContainText(title)
    await page.keyboard.press('Enter')
    await expect(titleBox(page)).toHaveValue(title)
  }
  await expect(tabs(page).getByRole('tab')).toHaveText(['Alpha', 'Beta', 'Gamma'])

  await page.keyboard.press('ControlOrMeta+Alt+PageDown')
  await expect(titleBox(page)).toHaveValue('Alpha')
  await editor(page).click()
  await page.keyboard.type('Typed in a tab.')
  await expectSaved(page)
  await page.keyboard.press('ControlOrMeta+Alt+PageUp')
  await expect(titleBox(page)).toHaveValue('Gamma')
  await tab(page, 'Alpha').click()
  await expect(editor(page)).toContainText('Typed in a tab.')
  await tab(page, 'Alpha').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, 'Beta')).toBeFocused()
  await expect(titleBox(page)).toHaveValue('Beta')

  await page.reload()
  await expect(titleBox(page)).toHaveValue('Beta')
  await expect(tabs(page).getByRole('tab')).toHaveText(['Alpha', 'Beta', 'Gamma'])
  await tab(page, 'Beta').focus()
  await page.keyboard.press('Delete')
  await expect(titleBox(page)).toHaveValue('Gamma')
  await page.keyboard.press('Alt+w')
  await expect(titleBox(page)).toHaveValue('Alpha')
  await expect(tabs(page)).toBeHidden()
})
