import { readFile } from 'node:fs/promises'
import { appendText, editor, expectSaved, openPost, postOption, preview, titleBox } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('what the command line writes appears in the open app', async ({ app }) => {
  const page = await app.open()
  await app.longhand(['new', '--title', 'From the terminal', '--body', '-'], 'First words.\n')
  await openPost(page, 'From the terminal')
  await expect(editor(page)).toContainText('First words.')
  await app.longhand(['edit', 'from-the-terminal', '--body', '-'], 'First words.\n\nSecond words.\n')
  await expect(editor(page)).toContainText('Second words.')
  await expect(preview(page).getByText('Second words.')).toBeVisible()
  await app.longhand(['set', 'from-the-terminal', 'title=Renamed'])
  await expect(titleBox(page)).toHaveValue('Renamed')
  await app.longhand(['trash', 'from-the-terminal'])
  await expect(postOption(page, 'Renamed')).toBeHidden()
})

test('edits of one post by the app and by the command line are merged', async ({ app }) => {
  await app.longhand(['new', '--title', 'Shared', '--body', '-'], 'Top.\n\nMiddle.\n\nBottom.\n')
  const page = await app.open()
  await openPost(page, 'Shared')
  await appendText(page, 'Added in the app.\n')
  const seen = (await app.longhand(['show', 'shared'])).stdout
  const edited = await app.longhand(['edit', 'shared', '--body', '-'], `Added in the terminal.\n\n${seen}`)
  expect(edited.code, edited.stderr).toBe(0)
  // Typed at once, mostly before the app has heard of the other's edit.
  await page.keyboard.insertText('And once more.\n')
  await expect(editor(page)).toContainText('Added in the terminal.')
  await expectSaved(page)
  const text = (await app.longhand(['show', 'shared'])).stdout
  for (const part of ['Added in the terminal.', 'Middle.', 'Added in the app.', 'And once more.']) {
    expect(text.split(part), part).toHaveLength(2)
  }
  expect(JSON.parse((await app.longhand(['--json', 'verify'])).stdout)).toMatchObject({ ok: true })
})

test('an export by the command line while the app is open has what the app has saved', async ({ app }) => {
  await app.longhand(['new', '--title', 'Live', '--body', '-', '--publish'], 'Before.\n')
  const page = await app.open()
  await openPost(page, 'Live')
  await appendText(page, 'Just typed.\n')
  // The site shows what was released last.
  expect((await app.longhand(['release', 'live'])).code).toBe(0)
  const exported = await app.longhand(['--json', 'export', '--out', `${app.folder}/site`])
  expect(exported.code, exported.stderr).toBe(0)
  expect(await readFile(`${app.folder}/site/posts/live/index.html`, 'utf8')).toContain('Just typed.')
})
