import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import { dialog, openPost, postsPane, showList, sidebar } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const problems = (page: Page) => barriers(page, ['best-practice'])

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the desk, an empty search and an empty trash have no barrier that axe can see, ${colorScheme}`, async ({
    app,
  }) => {
    await app.longhand(['new', '--title', 'A post', '--tag', 'one', '--body', '-'], '# Heading\n\n`code`\n')
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await openPost(page, 'A post')
    expect(await problems(page)).toEqual([])
    await postsPane(page).getByRole('searchbox', { name: 'Search posts' }).fill('nothingofthekind')
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor()
    expect(await problems(page)).toEqual([])
    await showList(page, 'Trash')
    await page.getByRole('heading', { name: 'The trash is empty' }).waitFor()
    expect(await problems(page)).toEqual([])
  })

  test(`every dialog has no barrier that axe can see, ${colorScheme}`, async ({ app }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    for (const [button, name] of [
      ['Settings…', 'Settings'],
      ['Import…', 'Import a folder'],
      ['Export site…', 'Export site'],
    ] as const) {
      await sidebar(page).getByRole('button', { name: button }).click()
      await dialog(page, name).waitFor()
      expect(await problems(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await dialog(page, name).waitFor({ state: 'hidden' })
    }
    await page.keyboard.press('F1')
    await dialog(page, 'Command palette').waitFor()
    expect(await problems(page), 'Command palette').toEqual([])
    await page.keyboard.type('shortcuts')
    await page.keyboard.press('Enter')
    await dialog(page, 'Keyboard shortcuts').waitFor()
    expect(await problems(page), 'Keyboard shortcuts').toEqual([])
  })

  test(`marked posts, hints, tags, quick open and the trash have no barrier that axe can see, ${colorScheme}`, async ({
    app,
  }) => {
    for (const title of ['First', 'Second', 'Third'])
      await app.longhand(['new', '--title', title, '--tag', 'rust', '--tag', 'caches'])
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await openPost(page, 'First')
    await page.keyboard.press('ControlOrMeta+a')
    await page.getByRole('region', { name: 'Marked posts' }).waitFor()
    await page.getByRole('button', { name: 'Add tag' }).click()
    await page.getByRole('combobox', { name: 'Tag to add' }).waitFor()
    expect(await problems(page), 'marked posts').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sort posts' }).click()
    await page.getByRole('menu').waitFor()
    expect(await problems(page), 'sort menu').toEqual([])
    await page.keyboard.press('Escape')
    await postsPane(page).getByRole('searchbox', { name: 'Search posts' }).fill('tag:rust')
    await page.getByRole('button', { name: 'Save as filter…' }).click()
    await dialog(page, 'Save as filter').getByRole('textbox', { name: 'Name' }).fill('Rusty')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Change filter Rusty' }).waitFor()
    expect(await problems(page), 'filters').toEqual([])
    await page.keyboard.press('ControlOrMeta+p')
    await dialog(page, 'Quick open').getByRole('option').first().waitFor()
    expect(await problems(page), 'quick open').toEqual([])
    await page.keyboard.press('Escape')
    await sidebar(page).getByRole('button', { name: 'All tags' }).click()
    await page.getByRole('row', { name: 'rust' }).hover()
    expect(await problems(page), 'tags').toEqual([])
    await page.getByRole('row', { name: 'rust' }).focus()
    await page.keyboard.press('F2')
    await dialog(page, 'Rename tag “rust”').waitFor()
    expect(await problems(page), 'rename').toEqual([])
    await page.keyboard.press('Escape')
    await showList(page, 'All posts')
    await openPost(page, 'Third')
    await page.keyboard.press('Delete')
    await showList(page, 'Trash')
    await page.getByRole('button', { name: 'Empty trash…' }).click()
    await dialog(page, 'Empty the trash?').waitFor()
    expect(await problems(page), 'empty trash').toEqual([])
  })
}
