import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { App } from './harness/app.ts'
import {
  chooseAppearance,
  expectSaved,
  exportSite,
  notices,
  openSite,
  savingStatus,
  showList,
  sitePreview,
  siteView,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const field = (part: Locator, name: string) => part.getByRole('textbox', { name, exact: true })
const settingsOf = async (app: App) => JSON.parse((await app.longhand(['--json', 'site'])).stdout)

test('site settings are saved as they are typed and are on the exported site', async ({ app }) => {
  const page = await app.open()
  const about = await openSite(page, 'About')
  await field(about, 'Title').fill('Slow & steady')
  await field(about, 'Tagline').fill('Notes on <patience>')
  await field(about, 'Author').fill('Ana')
  await field(await openSite(page, 'Addresses'), 'Base URL').fill('https://example.org/blog/')
  await expectSaved(page)
  await app.close()

  const again = await app.open()
  await expect(field(await openSite(again, 'About'), 'Title')).toHaveValue('Slow & steady')
  const site = join(app.folder, 'site')
  await exportSite(again, site)
  const index = await readFile(join(site, 'index.html'), 'utf8')
  expect(index).toContain('Slow &amp; steady')
  expect(index).toContain('Notes on &lt;patience&gt;')
  expect(await readFile(join(site, 'feed.xml'), 'utf8')).toContain('https://example.org/blog/')
  expect(await readFile(join(site, 'sitemap.xml'), 'utf8')).toContain('<loc>https://example.org/blog/</loc>')
})

test('a base URL that is none is refused beside its field, stays there, and stops nothing else', async ({
  app,
}) => {
  const page = await app.open()
  await field(await openSite(page, 'Addresses'), 'Base URL').fill('not a url')
  const address = siteView(page).getByRole('textbox', { name: 'Base URL' })
  await expect(address).toHaveAttribute('aria-invalid', 'true')
  await expect(address).toHaveAccessibleDescription(/A web address looks like https:/)
  await field(await openSite(page, 'About'), 'Author').fill('Ana')
  await expect(savingStatus(page)).toHaveText('Saved but for what is marked')
  expect(await settingsOf(app)).toMatchObject({ baseUrl: '', author: 'Ana' })
  await showList(page, 'Drafts')
  await openSite(page, 'Addresses')
  await expect(address).toHaveValue('not a url')
  await address.fill('https://example.org')
  await expectSaved(page)
  expect(await settingsOf(app)).toMatchObject({ baseUrl: 'https://example.org' })
})

test('the menu is written, put in order by key, and an entry that was removed comes back', async ({
  app,
}) => {
  const page = await app.open()
  const menu = await openSite(page, 'Menu')
  for (const [index, [label, link]] of [
    ['Themes', '/tags/'],
    ['All', '/archive/'],
  ].entries()) {
    await menu.getByRole('button', { name: 'Add an entry' }).click()
    await expect(field(menu, `Label of entry ${index + 1}`)).toBeFocused()
    await page.keyboard.type(label ?? '')
    await field(menu, `Link of entry ${index + 1}`).fill(link ?? '')
  }
  await field(menu, 'Label of entry 2').press('Alt+ArrowUp')
  await expect(field(menu, 'Label of entry 1')).toHaveValue('All')
  await expect(field(menu, 'Label of entry 1')).toBeFocused()
  await expectSaved(page)
  expect((await settingsOf(app)).menu).toEqual([
    { label: 'All', link: '/archive/' },
    { label: 'Themes', link: '/tags/' },
  ])
  await expect(sitePreview(page).getByRole('link', { name: 'Themes' }).first()).toBeVisible()
  await menu.getByRole('button', { name: 'Remove entry 1' }).click()
  await expect(field(menu, 'Label of entry 1')).toHaveValue('Themes')
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(field(menu, 'Label of entry 1')).toHaveValue('All')
  await expect(field(menu, 'Label of entry 2')).toHaveValue('Themes')
})

test('the appearance that the writer chose is there at once', async ({ app }) => {
  const page = await app.open()
  await page.emulateMedia({ colorScheme: 'light' })
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await chooseAppearance(page, 'Dark')
  await expect.poll(background).not.toBe(light)
  await chooseAppearance(page, 'Light')
  await expect.poll(background).toBe(light)
})
