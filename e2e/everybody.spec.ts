import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  dialog,
  editor,
  expectExported,
  expectSaved,
  exportDialog,
  notices,
  openPost,
  openProperties,
  postList,
  savingStatus,
  titleBox,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const problems = (page: Page) => barriers(page, ['best-practice'])

for (const colorScheme of ['light', 'dark'] as const) {
  test(`welcome, tabs, every side pane and help have no barrier that axe can see, ${colorScheme}`, async ({
    app,
  }) => {
    test.slow()
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await page.getByRole('region', { name: 'Welcome' }).waitFor()
    expect(await problems(page), 'welcome').toEqual([])
    await page.getByRole('button', { name: 'Try it on the sample' }).click()
    await page.keyboard.press('Alt+t')
    await dialog(page, 'Quick open').getByRole('option').nth(1).click()
    await page.getByRole('tablist', { name: 'Open posts' }).waitFor()
    await openProperties(page)
    const panes = page.getByRole('tablist', { name: 'Side panes' })
    for (const pane of await panes.getByRole('tab').all()) {
      await pane.click()
      const name = (await pane.getAttribute('aria-label')) ?? ''
      await page.getByRole('complementary', { name, exact: true }).getByRole('heading', { name }).waitFor()
      await page.waitForTimeout(300)
      expect(await problems(page), name).toEqual([])
    }
    for (const name of ['Markdown reference', 'Where the files are', 'Settings', 'Backups']) {
      await page.keyboard.press('F1')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await dialog(page, name).waitFor()
      expect(await problems(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await dialog(page, name).waitFor({ state: 'hidden' })
    }
  })
}

test('from the first start to a published export by keyboard alone, told as it goes', async ({ app }) => {
  test.slow()
  const page = await app.open()
  const { keyboard } = page
  // To the welcome by Tab or by pane, and an empty page from there.
  await keyboard.press('F6')
  await tabTo(page, () => page.getByRole('button', { name: 'Begin with an empty page' }))
  await keyboard.press('Enter')
  await expect(titleBox(page)).toBeFocused()
  await keyboard.type('Written without a hand on the mouse')
  await keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await keyboard.type('A sentence. ')
  await expectSaved(page)
  await keyboard.press('ControlOrMeta+;')
  await tabTo(page, () => page.getByRole('textbox', { name: 'Summary' }))
  await keyboard.type('What it is about.')
  await tabTo(page, () => page.getByRole('textbox', { name: 'Add tag' }), 'Shift+Tab')
  await keyboard.type('keys')
  await keyboard.press('Enter')
  await keyboard.press('ControlOrMeta+;')
  await expect(editor(page)).toBeFocused()
  await expectSaved(page)
  // What comes of it is told, not only shown.
  await expect(savingStatus(page)).toHaveAttribute('role', 'status')
  await runCommand(page, 'Publish post')
  await expect(notices(page)).toHaveAttribute('aria-live', 'polite')
  await expect(notices(page)).toContainText('Published')
  await runCommand(page, 'Export site')
  const exporting = exportDialog(page)
  await tabTo(page, () => exporting.getByRole('textbox', { name: 'Folder' }))
  await keyboard.press('ControlOrMeta+a')
  const site = join(app.folder, 'site')
  await keyboard.type(site)
  await keyboard.press('Enter')
  await expectExported(page)
  await expect(page.getByRole('status', { name: 'Announcements', includeHidden: true })).toHaveText(
    'Site exported',
  )
  await keyboard.press('Escape')
  await expect(exporting).toBeHidden()
  const html = await readFile(join(site, 'posts/written-without-a-hand-on-the-mouse/index.html'), 'utf8')
  expect(html).toContain('What it is about.')
  expect(html).toContain('keys')
})

test('at 200 % zoom everything can be reached and read without scrolling sideways', async ({ app }) => {
  test.slow()
  await app.longhand(['new', '--title', 'Zoomed', '--body', '-'], 'A text.')
  const page = await app.open()
  await openPost(page, 'Zoomed')
  // Of a window of 1280 × 800 a zoom of 200 % leaves 640 × 400, and 400 % leaves 320.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 400 })
    await expect(editor(page)).toBeVisible()
    expect(await sideways(page)).toBe(0)
    const panes = page.getByRole('navigation', { name: 'Panes' })
    await panes.getByRole('button', { name: 'Posts' }).click()
    expect(await sideways(page)).toBe(0)
    await postList(page).getByRole('option', { name: 'Zoomed' }).click()
    await expect(editor(page)).toBeVisible()
    await openProperties(page)
    expect(await sideways(page)).toBe(0)
    expect(await problems(page), `${width}`).toEqual([])
    await page.getByRole('button', { name: 'Close properties' }).click()
  }
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Library' }).click()
  await page.getByRole('button', { name: 'Settings…' }).click()
  await expect(dialog(page, 'Settings')).toBeVisible()
  expect(await sideways(page)).toBe(0)
})

test('with few colours and without motion the focus and what is chosen are still to be seen', async ({
  app,
}) => {
  const page = await app.open()
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openPost(page, 'A five-minute tour')
  await openProperties(page)
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  await page.keyboard.press('Tab')
  expect(await outline(':focus-visible')).not.toBe('none')
  expect(await outline('[role="tab"][aria-selected="true"]')).toBe('solid')
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0))
      .filter((duration) => duration > 10),
  )
  expect(moving).toEqual([])
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--fast')),
  ).toBe('1ms')
})

/** How far the page could be scrolled sideways, in pixels, and whether anything stands beyond its edge. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: () => ReturnType<Page['locator']>, key = 'Tab') {
  for (let presses = 0; presses < 60; presses++) {
    if (await control().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(control()).toBeFocused()
}

/** Runs a command by its name from the palette. */
async function runCommand(page: Page, name: string) {
  await page.keyboard.press('F1')
  await expect(dialog(page, 'Command palette').getByRole('combobox')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}
