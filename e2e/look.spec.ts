import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  dialog,
  expectSaved,
  exportSite,
  notices,
  openPost,
  openSite,
  preview,
  showList,
  sitePreview,
  siteView,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const accent = '#7a3b9c'

const choosePage = (page: Page, label: string | RegExp) =>
  siteView(page)
    .getByRole('combobox', { name: 'Page' })
    .selectOption({ label: String(label) })

/** The style sheet that a page of the preview has, as text. */
const styles = (page: Page, frame: string) =>
  page.evaluate(async (title) => {
    const shown = document.querySelector<HTMLIFrameElement>(`iframe[title="${title}"]`)?.contentDocument
    const sheet = shown?.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')
    return sheet ? (await fetch(sheet.href)).text() : ''
  }, frame)

test('a theme and an accent are chosen, seen in both previews, and on the exported site', async ({ app }) => {
  test.slow()
  const page = await app.open()
  const look = await openSite(page)
  const before = await styles(page, 'Preview of the site')
  await look.getByRole('radio', { name: 'Column' }).click({ force: true })
  await expect.poll(() => styles(page, 'Preview of the site')).not.toBe(before)
  await look.getByRole('textbox', { name: 'Accent', exact: true }).fill(accent)
  await expect.poll(() => styles(page, 'Preview of the site')).toContain(accent)
  await expectSaved(page)

  await showList(page, 'All posts')
  await openPost(page, 'A five-minute tour')
  await expect(preview(page).locator('h1').first()).toBeVisible()
  await expect.poll(() => styles(page, 'Preview of the post')).toContain(accent)

  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const index = await readFile(join(site, 'index.html'), 'utf8')
  const post = await readFile(join(site, 'posts/start-here/index.html'), 'utf8')
  const [sheet = ''] = (await readdir(join(site, 'assets'))).filter((name) => name.endsWith('.css'))
  expect(await readFile(join(site, 'assets', sheet), 'utf8')).toContain(accent)
  for (const html of [index, post]) expect(html).toContain(`/assets/${sheet}`)
})

test('the site is walked through in its preview: by its links, by the list of pages, in three widths', async ({
  app,
}) => {
  const page = await app.open()
  await openSite(page)
  const shown = sitePreview(page)
  await shown.getByRole('link', { name: 'A five-minute tour' }).first().click()
  await expect(shown.getByRole('heading', { level: 1, name: 'A five-minute tour' })).toBeVisible()
  await choosePage(page, 'Archive')
  await expect(shown.getByRole('heading', { level: 1 })).not.toHaveText('A five-minute tour')
  await choosePage(page, 'Page not found')
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('not found')

  await choosePage(page, 'First page')
  const width = () =>
    page.evaluate(
      () =>
        document.querySelector<HTMLIFrameElement>('iframe[title="Preview of the site"]')?.contentWindow
          ?.innerWidth,
    )
  for (const [name, pixels] of [
    ['Phone', 390],
    ['Tablet', 820],
    ['Desktop', 1280],
  ] as const) {
    await siteView(page).getByRole('radio', { name }).click({ force: true })
    await expect.poll(width).toBe(pixels)
  }
})

test('the dark page of the site is shown whatever the screen is', async ({ app }) => {
  const page = await app.open()
  await page.emulateMedia({ colorScheme: 'light' })
  await openSite(page)
  const background = () =>
    sitePreview(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor)
  const light = await background()
  await siteView(page).getByRole('radio', { name: 'Dark' }).click({ force: true })
  await expect.poll(background).not.toBe(light)
  await siteView(page).getByRole('radio', { name: 'Light' }).click({ force: true })
  await expect.poll(background).toBe(light)
})

test('the logo is one of the library’s pictures, and can be taken away and brought back', async ({ app }) => {
  const page = await app.open()
  const look = await openSite(page)
  const logo = sitePreview(page).locator('header img').first()
  await look.getByRole('button', { name: 'Choose a picture…' }).click()
  const choosing = dialog(page, 'Choose the logo')
  await choosing.getByRole('searchbox', { name: 'Search pictures' }).fill('start')
  await expect(choosing.getByRole('option')).toHaveCount(1)
  expect(await barriers(page, ['best-practice'])).toEqual([])
  await choosing.getByRole('option', { name: 'start-here.png' }).click()
  await expect(choosing).toBeHidden()
  await expect(logo).toHaveAttribute('src', /\/site\/media\/start-here-/)
  await look.getByRole('button', { name: 'Remove' }).click()
  await expect(logo).toHaveCount(0)
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(logo).toBeVisible()
})

test('what another process changes of the site is in the preview', async ({ app }) => {
  const page = await app.open()
  await openSite(page)
  await app.longhand(['site', 'title=Changed elsewhere'])
  await expect(sitePreview(page).getByText('Changed elsewhere').first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no part of the site's settings has a barrier that axe can see, ${colorScheme}`, async ({ app }) => {
    test.slow()
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    for (const part of ['Look', 'About', 'Menu', 'Addresses', 'Readers'] as const) {
      const panel = await openSite(page, part)
      if (part === 'Menu') await panel.getByRole('button', { name: 'Add an entry' }).click()
      if (part === 'Addresses') await panel.getByRole('textbox', { name: 'Base URL' }).fill('nowhere')
      expect(await barriers(page, ['best-practice']), part).toEqual([])
    }
    await showList(page, 'All posts')
    await openPost(page, 'A five-minute tour')
    await page.keyboard.press('F7')
    await page.getByRole('complementary', { name: 'Checks' }).waitFor()
    expect(await barriers(page, ['best-practice']), 'checks').toEqual([])
  })
}
