import { join } from 'node:path'
import type { App } from './harness/app.ts'
import { barriers } from './harness/barriers.ts'
import { deadLinks } from './harness/dead-links.ts'
import { serveFolder } from './harness/static-server.ts'
import { expect, test } from './harness/test.ts'

const posts = [
  ['Zebras and caches', 'A zebra caches what it has seen. Text & <b>signs</b>.', 'animals', '2025-03-04'],
  ['Journals', 'Nothing is lost: the zebra writes a journal.', 'storage', '2026-02-03'],
  ['Fonts of wisdom', 'Letters on a page.', 'storage', '2026-04-05'],
] as const

/** Exports a small library to a site below `/blog/`, and serves it. */
async function serveSite(app: App) {
  await app.longhand(['site', 'baseUrl=https://example.org/blog/', 'title=Notes'])
  for (const [title, body, tag, date] of posts) {
    const wrote = await app.longhand(
      ['new', '--title', title, '--tag', tag, '--date', date, '--publish', '--body', '-'],
      body,
    )
    expect(wrote.code, wrote.stderr).toBe(0)
  }
  const out = join(app.folder, 'served', 'blog')
  const exported = await app.longhand(['export', '--out', out])
  expect(exported.code, exported.stderr).toBe(0)
  expect(await deadLinks(out, '/blog/', 'https://example.org')).toEqual([])
  return serveFolder(join(app.folder, 'served'))
}

test('the site is searched as one types, and narrowed by tag and year', async ({ app, browser }) => {
  const server = await serveSite(app)
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${server.url}blog/search/`)
  const field = page.getByRole('searchbox')
  await expect(field).toBeFocused()
  expect(asked.filter((path) => path.includes('/pagefind/'))).toEqual([])

  await field.fill('zebra')
  const found = page.locator('.search-found li')
  await expect(found).toHaveCount(2)
  await expect(page.getByRole('status')).toHaveText('2 found')
  await expect(found.locator('mark').first()).toHaveText(/zebra/i)
  expect(await barriers(page)).toEqual([])

  await page.getByRole('combobox', { name: 'Tags' }).selectOption('storage')
  await expect(found).toHaveCount(1)
  await expect(page).toHaveURL(/\?q=zebra&tag=storage$/)
  await page.reload()
  await expect(found).toHaveText(/Journals.*February 3, 2026/s)

  await field.fill('')
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2026')
  await expect(found.locator('a')).toHaveText(['Fonts of wisdom', 'Journals'])
  await found.locator('a').first().click()
  await expect(page).toHaveURL(`${server.url}blog/posts/fonts-of-wisdom/`)
  expect(said).toEqual([])
  await page.close()
  server.close()
})

test('what a post says is shown as text in what is found; nothing found is said', async ({
  app,
  browser,
}) => {
  const server = await serveSite(app)
  const page = await browser.newPage()
  await page.goto(`${server.url}blog/search/?q=signs`)
  const found = page.locator('.search-found li')
  await expect(found).toHaveText(/Text & signs/)
  await page.getByRole('searchbox').fill('wisdom')
  await expect(found).toHaveText(/^Fonts of wisdom/)
  await page.getByRole('searchbox').fill('animals')
  await expect(found).toHaveText(/^Zebras and caches/)
  await page.getByRole('searchbox').fill('xylophone')
  await expect(page.getByRole('status')).toHaveText('Nothing found')
  await expect(found).toHaveCount(0)
  await page.close()
  server.close()
})

test('without JavaScript the search page leads to the archive', async ({ app, browser }) => {
  const server = await serveSite(app)
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${server.url}blog/search/`)
  await page.getByRole('main').getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('link', { name: 'Journals' })).toBeVisible()
  await page.close()
  server.close()
})
