import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import { dialog, editor, expectSaved, preview, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const lines = (page: Page) =>
  editor(page).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent ?? ''),
  )

/** Runs a command by its name, as one who doesn't know its key. */
async function runByName(page: Page, name: string) {
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.keyboard.type(name)
  await expect(dialog(page, 'Command palette').getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test('a table is made, filled, rearranged and left by keys, and reads so on the page', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Sizes', 'Some sizes.')
  await page.keyboard.press('ControlOrMeta+Shift+t')
  for (const cell of ['Name', 'Size', 'Rust', '12', 'Go']) {
    await page.keyboard.type(cell)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('345')
  expect(await lines(page)).toEqual([
    'Some sizes.',
    '',
    '| Name | Size |',
    '| ---- | ---- |',
    '| Rust | 12   |',
    '| Go   | 345     |',
  ])
  await runByName(page, 'Table: align column right')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('ControlOrMeta+Alt+ArrowLeft')
  expect((await lines(page)).slice(2)).toEqual([
    '| Size | Name |',
    '| ---: | ---- |',
    '|  345 | Go   |',
    '|   12 | Rust |',
  ])
  // Back to the head, on to the cell below, a row more, and out of the table.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('Bytes')
  for (let times = 0; times < 4; times++) await page.keyboard.press('Enter')
  await page.keyboard.type('Afterwards.')
  await expectSaved(page)
  expect((await lines(page)).slice(2)).toEqual([
    '| Bytes | Name |',
    '| ----: | ---- |',
    '|   345 | Go   |',
    '|    12 | Rust |',
    '',
    'Afterwards.',
  ])
  const table = preview(page).getByRole('table')
  await expect(table.getByRole('row').nth(1)).toHaveText(/345\s*Go/)
  await expect(preview(page).getByText('Afterwards.')).toBeVisible()
})

test('a table has its tools above it', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Sizes', 'Some sizes.\n\n| a | b |\n|---|---|\n| 1 | 2 |')
  const tools = page.getByRole('toolbar', { name: 'Table' })
  await expect(tools).toBeVisible()
  expect(await barriers(page, ['best-practice'])).toEqual([])
  const choose = async (menu: string, item: string) => {
    await tools.getByRole('button', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await expect(editor(page)).toBeFocused()
  }
  await choose('Row', 'Add row below')
  await page.keyboard.type('3')
  await choose('Column', 'Delete column')
  await tools.getByRole('button', { name: 'Center column' }).click()
  expect((await lines(page)).slice(2)).toEqual(['|  a  |', '| :-: |', '|  1  |', '|     |'])
  await editor(page).press('ControlOrMeta+Home')
  await expect(tools).toBeHidden()
})
