import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  desk,
  dialog,
  expectSaved,
  exportSite,
  openPost,
  openProperties,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('the properties say where, when and as what a post is found, and the site has it', async ({ app }) => {
  test.slow()
  await app.open()
  await app.close()
  await app.longhand(['site', 'baseUrl=https://blog.example.org/'])
  const page = await app.open()
  await openPost(page, 'Notes on a slow query')
  const properties = await openProperties(page)
  const field = (name: string) => properties.getByRole('textbox', { name, exact: true })

  await field('Slug').fill('the-slow-query')
  await expect(field('Slug')).toHaveAccessibleDescription(
    'Address: https://blog.example.org/posts/the-slow-query/',
  )
  await page.keyboard.press('Enter')
  await field('Date').fill('2026-11-23 08:15')
  await expect(field('Date')).toHaveAccessibleDescription(/Monday, November 23, 2026/)
  await page.keyboard.press('Enter')
  await properties.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo')
  await field('Series').fill('Slow things')
  await page.keyboard.press('Enter')
  await field('Canonical address').fill('elsewhere')
  await page.keyboard.press('Enter')
  await expect(field('Canonical address')).toHaveAccessibleDescription(/looks like https/)
  await field('Canonical address').fill('https://example.com/first')
  await page.keyboard.press('Enter')
  await properties.getByRole('combobox', { name: 'Language' }).fill('de')
  await page.keyboard.press('Enter')
  await field('Summary').fill('x')
  await expect(field('Summary')).toHaveAccessibleDescription(/there is room for more/)
  const summary =
    'How an index that was there all along made a list of posts appear before a hand could wait.'
  await field('Summary').fill(summary)
  await expect(field('Summary')).toHaveAccessibleDescription(/shown whole/)

  await properties.getByRole('button', { name: 'Choose a cover…' }).click()
  await dialog(page, 'Choose the cover').getByRole('option').first().click()
  await field('Alternative text of the cover').fill('A pencil on lined paper')
  await page.keyboard.press('Enter')
  await expectSaved(page)

  const cards = properties.getByRole('region', { name: 'How it will look' })
  await expect(cards.getByRole('figure', { name: 'On the index' })).toContainText('November 23, 2026')
  const found = cards.getByRole('figure', { name: 'In a search result' })
  await expect(found).toContainText('blog.example.org › posts › the-slow-query')
  await expect(found).toContainText(summary)
  const social = cards.getByRole('figure', { name: 'When it is shared' }).getByRole('img')
  await social.scrollIntoViewIfNeeded()
  await expect.poll(() => social.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)

  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const html = await readFile(join(site, 'posts/the-slow-query/index.html'), 'utf8')
  expect(html).toContain('alt="A pencil on lined paper"')
  expect(html).toContain('<link rel="canonical" href="https://example.com/first">')
  expect(html).toContain('2026-11-22T23:15:00')
  expect(html).toContain('lang="de"')
})

test('the quiet line below the title leads to the fields, and the pane stays as it was left', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(page, 'A new one', 'Text.')
  await desk(page).getByRole('button', { name: 'Add tags' }).click()
  const properties = page.getByRole('complementary', { name: 'Properties' })
  await expect(properties.getByRole('textbox', { name: 'Add tag' })).toBeFocused()
  await page.keyboard.type('one, two,')
  await expect(desk(page).getByRole('button', { name: 'Change the tags: one, two' })).toBeVisible()
  await desk(page)
    .getByRole('button', { name: /Change the address/ })
    .click()
  await expect(properties.getByRole('textbox', { name: 'Slug' })).toBeFocused()

  const width = async () => Math.round((await properties.boundingBox())?.width ?? 0)
  const before = await width()
  const divider = page.getByRole('separator', { name: 'Width of the side pane' })
  await divider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await width()).toBeGreaterThan(before + 30)
  const wide = await width()
  await page.reload()
  await expect(titleBox(page)).toHaveValue('A new one')
  await expect(properties).toBeVisible()
  expect(await width()).toBe(wide)
  await properties.getByRole('button', { name: 'Close properties' }).click()
  await expect(properties).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Post text' })).toBeFocused()
})
