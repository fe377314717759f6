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
      ['Site settings…', 'Site settings'],
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
}
