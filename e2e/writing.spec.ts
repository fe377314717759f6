import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  appendText,
  desk,
  editor,
  expectSaved,
  exportSite,
  openPost,
  postList,
  preview,
  statusBar,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a first window shows the starter posts, one of them open beside its page', async ({ app }) => {
  const page = await app.open()
  await expect(postList(page).getByRole('option')).toHaveCount(6)
  await expect(editor(page)).toBeVisible()
  await expect(preview(page).locator('h1').first()).toBeVisible()
})

test('what is written is in the preview, after a restart, and in the exported site', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Nothing is lost', '## A heading\n\nSome *stressed* words.\n')
  await expect(preview(page).getByRole('heading', { name: 'A heading' })).toBeVisible()
  await expect(preview(page).locator('em')).toHaveText('stressed')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  await app.close()

  const again = await app.open()
  await openPost(again, 'Nothing is lost')
  await expect(editor(again)).toContainText('Some *stressed* words.')
  const site = join(app.folder, 'site')
  await exportSite(again, site)
  const exported = await readFile(join(site, 'posts/nothing-is-lost/index.html'), 'utf8')
  expect(exported).toContain('<em>stressed</em>')
  expect(await readFile(join(site, 'index.html'), 'utf8')).toContain('Nothing is lost')
})

test('typing reaches the preview and the status bar', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Counting', '')
  await editor(page).click()
  await page.keyboard.type('One two three')
  await expect(preview(page).getByText('One two three')).toBeVisible()
  await expect(statusBar(page)).toContainText('3 words')
  await expect(statusBar(page)).toContainText('1 min read')
  await expect(statusBar(page)).toContainText('Line 1, column 14')
  await expectSaved(page)
})

test('code, math, tables, footnotes and callouts look in the preview as they will on the site', async ({
  app,
}) => {
  const page = await app.open()
  const source = [
    '```ts\nconst answer: number = 42\n```',
    'Euler: $e^{i\\pi} + 1 = 0$',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'A claim.[^1]\n\n[^1]: Its source.',
    '> [!NOTE]\n> Mind the gap.',
    '- [x] done',
  ].join('\n\n')
  await writePost(page, 'Everything at once', source)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const shown = preview(page)
  await expect(shown.locator('pre code span').first()).toBeVisible()
  await expect(shown.locator('math, .katex').first()).toBeAttached()
  await expect(shown.getByRole('cell', { name: '2' })).toBeVisible()
  await expect(shown.getByText('Its source.')).toBeVisible()
  await expect(shown.getByText('Mind the gap.')).toBeVisible()
  await expect(shown.getByRole('checkbox')).toBeChecked()

  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const exported = await readFile(join(site, 'posts/everything-at-once/index.html'), 'utf8')
  const codeInPreview = await shown.locator('pre code').first().innerHTML()
  expect(exported).toContain(codeInPreview)
})

test('undo takes back what was typed and leaves the rest', async ({ app }) => {
  await app.longhand(['new', '--title', 'Second thoughts', '--body', '-'], 'Kept.\n')
  const page = await app.open()
  await openPost(page, 'Second thoughts')
  await appendText(page, 'Taken back.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor(page)).not.toContainText('Taken back.')
  await expect(editor(page)).toContainText('Kept.')
  await expectSaved(page)
  expect((await app.longhand(['show', 'second-thoughts'])).stdout).toBe('Kept.\n')
})

test('two posts written in turn keep their own text', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'First', 'The text of the first.')
  await writePost(page, 'Second', 'The text of the second.')
  await openPost(page, 'First')
  await expect(editor(page)).toContainText('The text of the first.')
  await expect(editor(page)).not.toContainText('the second')
  await openPost(page, 'Second')
  await expect(editor(page)).toContainText('The text of the second.')
  await expect(titleBox(page)).toHaveValue('Second')
})
