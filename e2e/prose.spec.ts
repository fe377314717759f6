import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  appendText,
  desk,
  dialog,
  editor,
  expectSaved,
  exportSite,
  openPost,
  preview,
  statusBar,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const mistakes = (page: Page) => editor(page).locator('.cm-mistake')
const hints = (page: Page) => editor(page).locator('.cm-hint')
const pane = (page: Page, name: string) => page.getByRole('complementary', { name, exact: true })

/** Shows a pane of the side area by its command. */
async function showPane(page: Page, name: string) {
  await page.keyboard.press('ControlOrMeta+Shift+P')
  await page.getByRole('combobox', { name: 'Command' }).fill(`Show or hide ${name.toLowerCase()}`)
  await page.keyboard.press('Enter')
  await expect(pane(page, name)).toBeVisible()
  return pane(page, name)
}

test('spelling is checked in several languages at once, put right by key and by menu, and learnt', async ({
  app,
}) => {
  test.slow()
  const page = await app.open()
  await writePost(
    page,
    'Care',
    'We recieve the colour. Ein Haus und Datenbankabfrge, Zettelkastn.\n\n```js\nrecieve()\n```\n\n`recieve` https://recieve.test GitHub\n',
  )
  const marked = () => mistakes(page).allTextContents()
  await expect.poll(marked).toEqual(['recieve', 'Ein', 'Haus', 'und', 'Datenbankabfrge', 'Zettelkastn'])

  // German beside English.
  const prose = await showPane(page, 'Spelling and style')
  await prose.getByText('In the languages of post, site and system').click()
  await prose.getByText('Deutsch').click()
  await prose.getByText('English (UK)').click()
  await expect.poll(marked).toEqual(['recieve', 'Datenbankabfrge', 'Zettelkastn'])

  // By key: to the next one, and what is suggested for it.
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+F7')
  await page.keyboard.press('ControlOrMeta+.')
  const menu = page.getByRole('menu', { name: 'Suggestions' })
  await expect(menu.getByRole('menuitem', { name: 'receive' })).toBeFocused()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(editor(page)).toContainText('We receive the colour.')
  await expect.poll(marked).toEqual(['Datenbankabfrge', 'Zettelkastn'])

  // By the second button: a word is learnt, and known after a restart.
  await mistakes(page).filter({ hasText: 'Zettelkastn' }).click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Add to dictionary' }).click()
  await expect.poll(marked).toEqual(['Datenbankabfrge'])
  await expect(prose.getByRole('list', { name: 'My dictionary' })).toContainText('Zettelkastn')
  await app.close()
  const again = await app.open()
  await openPost(again, 'Care')
  // Languages are a setting of the browser's profile, which is another one here; the dictionary is the library's.
  await expect(mistakes(again).filter({ hasText: 'Datenbankabfrge' })).toBeVisible()
  await expect(mistakes(again).filter({ hasText: 'Zettelkastn' })).toHaveCount(0)
})

test('hints about style are explained, followed and switched off', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Style', 'We utilize the the tools. `the` the.\n')
  await expect.poll(() => hints(page).allTextContents()).toEqual(['utilize', 'the the'])
  const prose = await showPane(page, 'Spelling and style')
  await prose.getByRole('button', { name: '“utilize” could be “use”.' }).click()
  await page.keyboard.press('ControlOrMeta+.')
  const menu = page.getByRole('menu', { name: 'Suggestions' })
  await expect(menu).toContainText('“utilize” could be “use”.')
  await menu.getByRole('menuitem', { name: 'use', exact: true }).click()
  await expect(editor(page)).toContainText('We use the the tools.')
  await expect.poll(() => hints(page).allTextContents()).toEqual(['the the'])
  await prose.getByRole('switch', { name: 'Repeated words' }).press('Space')
  await expect(hints(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+,')
  const settings = dialog(page, 'Settings')
  await settings.getByRole('searchbox').fill('repeated')
  await expect(settings.getByRole('switch', { name: 'Repeated words' })).not.toBeChecked()
})

test('the outline leads to sections and moves them, and undo puts them back', async ({ app }) => {
  test.slow()
  const page = await app.open()
  await writePost(page, 'Sections', '# One\n\nfirst\n\n## Part\n\n# Two\n\nsecond\n\n# Three\n\nthird\n')
  const outline = (await showPane(page, 'Outline')).getByRole('grid', { name: 'Outline' })
  const rows = () => outline.getByRole('row').allTextContents()
  await expect.poll(rows).toEqual(['One', 'Part', 'Two', 'Three'])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await barriers(page)).toEqual([])
  await outline.getByRole('row', { name: 'Two' }).click()
  await expect(editor(page)).toBeFocused()
  await expect(statusBar(page)).toContainText('Line 7, column 6')

  // By keyboard: the grip takes a section up, Home chooses the first place, Enter puts it there.
  await outline.getByRole('row', { name: 'Three' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(outline.getByRole('row', { name: 'Three' }).getByRole('button')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(outline.getByRole('row')).toHaveCount(9) // with the places between them
  await page.keyboard.press('Home')
  const focused = () =>
    outline.evaluate((grid) =>
      [...grid.querySelectorAll('[role=row]')].findIndex((row) => row.contains(document.activeElement)),
    )
  await expect.poll(focused).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(rows).toEqual(['Three', 'One', 'Part', 'Two'])
  await expectSaved(page)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(rows).toEqual(['One', 'Part', 'Two', 'Three'])

  // By mouse, which Electron leaves to the system where no test reaches.
  if (app.shell === 'electron') return
  await outline.getByRole('row', { name: 'Two' }).dragTo(outline.getByRole('row', { name: 'One' }), {
    targetPosition: { x: 20, y: 2 },
  })
  await expect.poll(rows).toEqual(['Two', 'One', 'Part', 'Three'])
})

test('private comments are listed, and nothing that is published knows of them', async ({ app }) => {
  test.slow()
  const page = await app.open()
  await writePost(page, 'Secrets', 'Said aloud.\n\n%%\nunsaid\n\n# unsaid\n%%\n')
  await appendText(page, '\nOne word')
  await editor(page).press('Shift+Home')
  await page.keyboard.press('ControlOrMeta+Alt+m')
  await expect(editor(page)).toContainText('%% One word %%')
  await page.keyboard.insertText('unsaid')
  await expectSaved(page)
  await expect(statusBar(page)).toContainText('2 words')
  await expect(preview(page).getByText('Said aloud.')).toBeVisible()
  await expect(preview(page).getByText('unsaid')).toHaveCount(0)
  const comments = (await showPane(page, 'Comments')).getByRole('list', { name: 'Comments' })
  await expect(comments.getByRole('listitem')).toHaveCount(2)

  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  for (const file of ['posts/secrets/index.html', 'index.html', 'feed.xml', 'rss.xml', 'feed.json']) {
    const text = await readFile(join(site, file), 'utf8')
    expect([file, text.includes('Said aloud'), text.includes('unsaid')]).toEqual([file, true, false])
  }
  await comments.getByRole('button', { name: 'Delete this comment' }).first().click()
  await expect(editor(page)).not.toContainText('# unsaid')
})

test('words, characters and sentences are counted, of the post and of what is marked, towards goals', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(page, 'Counting', '')
  await expect(statusBar(page).getByRole('button', { name: '0 words' })).toBeVisible()
  await editor(page).click()
  await page.keyboard.type('One two. Three four five.')
  await statusBar(page).getByRole('button', { name: '5 words' }).click()
  const details = dialog(page, 'Length and goals')
  await expect(details.getByRole('row', { name: /^Characters/ })).toHaveText('Characters25')
  await expect(details.getByRole('row', { name: /^Sentences/ })).toHaveText('Sentences2')
  expect(await barriers(page)).toEqual([])
  await details.getByRole('textbox', { name: 'Words of this post' }).fill('10')
  await details.getByRole('textbox', { name: 'Words a day' }).fill('5')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(statusBar(page).getByRole('meter', { name: 'Goal for this post' })).toHaveAttribute(
    'aria-valuetext',
    '5 of 10 words',
  )
  await expect(statusBar(page).getByRole('meter', { name: 'Goal for today' })).toHaveAttribute(
    'aria-valuetext',
    '5 of 5 words',
  )
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect(statusBar(page).getByRole('button', { name: '1 of 5 words' })).toBeVisible()
})
