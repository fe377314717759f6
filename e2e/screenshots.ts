/** `npm run screenshots`: the pictures of the README, of the starter library at 1280 × 800. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { App } from './harness/app.ts'
import { root } from './harness/command-line.ts'
import {
  appendText,
  desk,
  editor,
  expectSaved,
  notices,
  openPost,
  openProperties,
  openSite,
  postList,
  postsPane,
  preview,
  showList,
  sitePreview,
} from './harness/screen.ts'
import { serveFolder } from './harness/static-server.ts'
import { expect, test } from './harness/test.ts'

const picture = (name: string) => join(root, 'docs/images', `${name}.png`)

test('the desk, light and dark', async ({ app }) => {
  test.slow()
  await app.open()
  await app.close()
  await nameSite(app)

  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await postList(page).getByRole('option').first().click()
    await expect(preview(page).locator('h1').first()).toBeVisible()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`desk-${colorScheme}`) })
    await app.close()
  }
})

test('the text alone: focus, hidden marks, the sepia page, light and dark', async ({ app }) => {
  test.slow()
  const page = await app.open()
  await openPost(page, 'What the save button was for')
  await page.getByRole('button', { name: 'Look of the text' }).click()
  const look = page.getByRole('dialog', { name: 'Look of the text' })
  for (const choice of ['Paragraph', 'Sepia', 'Hide marks while reading'])
    await look.getByText(choice, { exact: true }).click()
  await page.keyboard.press('Escape')
  await editor(page).click()
  await page.keyboard.press('F9')
  await page.keyboard.press('F11')
  await page.keyboard.press('ControlOrMeta+Home')
  await editor(page)
    .getByText('Three things can go wrong')
    .click({ position: { x: 60, y: 12 } })
  await page.keyboard.press('ArrowRight')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`focus-${colorScheme}`) })
  }
})

test('the site and its checks beside the desk, light and dark', async ({ app }) => {
  test.slow()
  await app.open()
  await app.close()
  await nameSite(app)
  await app.longhand(['new', '--title', 'Drafted in a hurry', '--body', '-'], hurried)
  const page = await app.open()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await openSite(page)
    await expect(sitePreview(page).locator('h1').first()).toBeVisible()
    await page.waitForTimeout(2500)
    await page.screenshot({ path: picture(`site-settings-${colorScheme}`) })
    await showList(page, 'All posts')
    await openPost(page, 'Drafted in a hurry')
    await page.keyboard.press('F7')
    await desk(page).getByRole('list', { name: 'This post' }).waitFor()
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`checks-${colorScheme}`) })
    await page.keyboard.press('F7')
  }
})

test('both themes: index, post with code, on a phone, dark', async ({ app, browser }) => {
  test.setTimeout(300_000)
  await app.open()
  await app.close()
  await nameSite(app)
  for (const theme of ['broadsheet', 'column']) {
    await app.longhand(['site', `theme=${theme}`])
    const site = join(app.folder, theme)
    const exported = await app.longhand(['--json', 'export', '--out', site])
    expect(exported.code, exported.stderr).toBe(0)
    const server = await serveFolder(site)
    for (const colorScheme of ['light', 'dark'] as const) {
      const wide = await browser.newPage({ colorScheme, deviceScaleFactor: 1.25 })
      await wide.goto(server.url, { waitUntil: 'networkidle' })
      await drawn(wide)
      await wide.screenshot({ path: picture(`${theme}-index-${colorScheme}`) })
      await wide.goto(`${server.url}posts/${withCode}/`)
      await wide.locator('pre').first().scrollIntoViewIfNeeded()
      await wide.mouse.wheel(0, -160)
      await drawn(wide)
      await wide.screenshot({ path: picture(`${theme}-post-${colorScheme}`) })
      await wide.close()
      const phone = await browser.newPage({
        colorScheme,
        deviceScaleFactor: 1.5,
        viewport: { width: 390, height: 780 },
      })
      await phone.goto(`${server.url}posts/start-here/`, { waitUntil: 'networkidle' })
      await drawn(phone)
      await phone.screenshot({ path: picture(`${theme}-phone-${colorScheme}`) })
      await phone.close()
    }
    server.close()
  }
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

test('the first run, properties and tabs, light and dark', async ({ app }) => {
  test.slow()
  const page = await app.open()
  await nameSite(app)
  await page.getByRole('region', { name: 'Welcome' }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`first-run-${colorScheme}`) })
  }
  await page.getByRole('button', { name: 'Try it on the sample' }).click()
  await page.keyboard.press('Alt+t')
  await page.keyboard.type('slow')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await openPost(page, 'A five-minute tour')
  const properties = await openProperties(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.mouse.move(0, 0)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`properties-${colorScheme}`) })
  }
  await properties.getByRole('button', { name: 'Close properties' }).click()
})

const nameSite = (app: App) =>
  app.longhand([
    'site',
    'title=Slow Computing',
    'tagline=Notes on caches, clocks and careful programs',
    'baseUrl=https://example.org/',
    'author=Ana Moreno',
  ])

/** Every picture in sight is there. */
async function drawn(page: Page) {
  await page.waitForTimeout(500)
  await page.evaluate(() =>
    Promise.all(
      [...document.images]
        .filter((image) => image.getBoundingClientRect().top < innerHeight)
        .map((image) => image.decode()),
    ),
  )
}

/** A post of the starter library that shows code in several languages. */
const withCode = 'two-people-one-paragraph'

/** A text with a little of everything that checks find. */
const hurried = `# The plan

As [I said last week](the-week-before.md), the numbers are in.

![](media/numbers.png)

#### What they say

More than [was expected](http://example.org/).
`

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
