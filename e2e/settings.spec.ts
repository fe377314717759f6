import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseAppearance, dialog, exportSite, sidebar } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('site settings are kept and are on the exported site', async ({ app }) => {
  const page = await app.open()
  await sidebar(page).getByRole('button', { name: 'Site settings…' }).click()
  const settings = dialog(page, 'Site settings')
  await settings.getByRole('textbox', { name: 'Title' }).fill('Slow & steady')
  await settings.getByRole('textbox', { name: 'Tagline' }).fill('Notes on <patience>')
  await settings.getByRole('textbox', { name: 'Base URL' }).fill('https://example.org/blog/')
  await settings.getByRole('textbox', { name: 'Author' }).fill('Ana')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings).toBeHidden()
  await app.close()

  const again = await app.open()
  await sidebar(again).getByRole('button', { name: 'Site settings…' }).click()
  await expect(dialog(again, 'Site settings').getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Slow & steady',
  )
  await dialog(again, 'Site settings').getByRole('button', { name: 'Cancel' }).click()
  const site = join(app.folder, 'site')
  await exportSite(again, site)
  const index = await readFile(join(site, 'index.html'), 'utf8')
  expect(index).toContain('Slow &amp; steady')
  expect(index).toContain('Notes on &lt;patience&gt;')
  expect(await readFile(join(site, 'feed.xml'), 'utf8')).toContain('https://example.org/blog/')
  expect(await readFile(join(site, 'sitemap.xml'), 'utf8')).toContain('<loc>https://example.org/blog/</loc>')
})

test('a base URL that is none is refused and the settings stay', async ({ app }) => {
  const page = await app.open()
  await sidebar(page).getByRole('button', { name: 'Site settings…' }).click()
  const settings = dialog(page, 'Site settings')
  await settings.getByRole('textbox', { name: 'Base URL' }).fill('not a url')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings).toBeVisible()
  await expect(settings.getByRole('textbox', { name: 'Base URL' })).toHaveAttribute('aria-invalid', 'true')
  expect(JSON.parse((await app.longhand(['--json', 'site'])).stdout).baseUrl).toBe('')
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
