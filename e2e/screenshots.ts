/** `npm run screenshots`: the pictures of the README, of the starter library at 1280 × 800. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from './harness/command-line.ts'
import {
  appendText,
  desk,
  editor,
  expectSaved,
  notices,
  openPost,
  postList,
  postsPane,
  preview,
  showList,
} from './harness/screen.ts'
import { serveFolder } from './harness/static-server.ts'
import { expect, test } from './harness/test.ts'

const picture = (name: string) => join(root, 'docs/images', `${name}.png`)

test('the desk and the exported site, light and dark', async ({ app, browser }) => {
  test.slow()
  await app.open()
  await app.close()
  await app.longhand(['site', 'title=Slow Computing', 'tagline=Notes on caches, clocks and careful programs'])
  await app.longhand(['site', 'baseUrl=https://example.org/', 'author=Ana Moreno'])

  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await postList(page).getByRole('option').first().click()
    await expect(preview(page).locator('h1').first()).toBeVisible()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`desk-${colorScheme}`) })
    await app.close()
  }

  const site = join(app.folder, 'site')
  const exported = await app.longhand(['--json', 'export', '--out', site])
  expect(exported.code, exported.stderr).toBe(0)
  const posts: { slug: string }[] = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
  const server = await serveFolder(site)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, deviceScaleFactor: 1.25 })
    await page.goto(server.url)
    await page.screenshot({ path: picture(`site-index-${colorScheme}`) })
    await page.goto(`${server.url}posts/${posts[0]?.slug}/`)
    await page.screenshot({ path: picture(`site-post-${colorScheme}`) })
    await page.close()
  }
  server.close()
})

test('history, media and search, light and dark', async ({ app }) => {
  test.slow()
  await app.open()
  await app.close()
  await app.longhand(['site', 'title=Slow Computing'])
  const page = await app.open()
  await revise(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await openPost(page, revised)
    await desk(page).getByRole('button', { name: 'History', exact: true }).click()
    const history = page.getByRole('region', { name: 'History', exact: true })
    await history.getByRole('button', { name: /Before the rewrite/ }).click()
    await history.getByRole('radio', { name: 'Changes' }).click({ force: true })
    await history.getByRole('article', { name: 'Changes' }).waitFor()
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1000)
    await page.screenshot({ path: picture(`history-${colorScheme}`) })
    await page.keyboard.press('Escape')

    await showList(page, 'Media')
    const files = page.getByRole('listbox', { name: 'Media' })
    await files.getByRole('option').nth(1).click()
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1000)
    await page.screenshot({ path: picture(`media-${colorScheme}`) })

    await showList(page, 'All posts')
    await postsPane(page).getByRole('searchbox', { name: 'Search posts' }).fill('cache')
    await postList(page).getByRole('option').first().click()
    await expect(preview(page).locator('h1').first()).toBeVisible()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`search-${colorScheme}`) })
    await postsPane(page).getByRole('searchbox', { name: 'Search posts' }).fill('')
  }
})

const revised = 'Two people, one paragraph'

/** Gives a post a past: a named version, and then another beginning and end. */
async function revise(page: Page) {
  await openPost(page, revised)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+s')
  await notices(page).getByRole('textbox', { name: 'Name this version' }).fill('Before the rewrite')
  await page.keyboard.press('Enter')
  await expect(notices(page)).toContainText('named')
  await notices(page).getByRole('button', { name: 'Dismiss' }).click()
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let words = 0; words < 7; words++) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.keyboard.insertText('You rewrite a post on the night train')
  await appendText(
    page,
    '\n\nThat is all there is to it: names instead of numbers, and nothing thrown away.\n',
  )
  await expectSaved(page)
}
