import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './harness/app.ts'
import { editor, exportSite, importDialog, openPost, postOption, preview, sidebar } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

/** A pixel, so that an image is really an image. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The folder of a small blog with the habits of several tools. */
async function blog(folder: string): Promise<string> {
  const path = join(folder, 'blog')
  await mkdir(join(path, 'images'), { recursive: true })
  const post = (name: string, text: string | Buffer) => writeFile(join(path, name), text)
  await post(
    'first.md',
    '---\ntitle: "First: a \\"quoted\\" title (with 🦔)"\ndate: 2021-03-04\ntags: [one, two]\nlayout: post\n---\nSee [the other](second.md) and ![a dot](images/dot.png).\n',
  )
  await post(
    'second.md',
    '\uFEFF---\r\ntitle: Second\r\ndraft: true\r\ncategories:\r\n  - three\r\n---\r\nA draft.\r\n',
  )
  await post('no-front-matter.md', '# Only a heading\n\nText.\n')
  await post('broken.md', '---\ntitle: [unclosed\n---\nText.\n')
  await post('binary.md', Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80, 0x00]))
  await post('images/dot.png', png)
  return path
}

async function importFolder(app: App, path: string) {
  const { page } = app
  await sidebar(page).getByRole('button', { name: 'Import…' }).click()
  const importing = importDialog(page)
  await importing.getByRole('textbox', { name: 'Folder' }).fill(path)
  await importing.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(importing.getByRole('heading', { name: 'Import finished' })).toBeVisible()
  return importing
}

test('a folder of Markdown comes in: posts, images, links, and a report of what did not', async ({ app }) => {
  const path = await blog(app.folder)
  const page = await app.open()
  const importing = await importFolder(app, path)
  await expect(importing).toContainText('binary.md')
  await importing.getByRole('button', { name: 'Done' }).click()

  await openPost(page, 'First: a "quoted" title (with 🦔)')
  await expect(preview(page).getByRole('img', { name: 'a dot' })).toHaveJSProperty('naturalWidth', 1)
  await openPost(page, 'Second')
  await expect(editor(page)).toContainText('A draft.')
  await expect(postOption(page, 'Only a heading')).toBeVisible()

  const list = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
  expect(list).toContainEqual(expect.objectContaining({ title: 'Second', status: 'draft', tags: ['three'] }))
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const first = list.find((post: { title: string }) => post.title.startsWith('First'))
  const exported = await readFile(join(site, 'posts', first.slug, 'index.html'), 'utf8')
  expect(exported).toMatch(/<img[^>]+src="\/media\/dot-[0-9a-f]{12}\.png"/)
})

test('the same folder again changes nothing, a changed file comes in as an edit', async ({ app }) => {
  const path = await blog(app.folder)
  const page = await app.open()
  await (await importFolder(app, path)).getByRole('button', { name: 'Done' }).click()
  const before = (await app.longhand(['--json', 'list'])).stdout
  await (await importFolder(app, path)).getByRole('button', { name: 'Done' }).click()
  expect((await app.longhand(['--json', 'list'])).stdout).toBe(before)

  await writeFile(join(path, 'no-front-matter.md'), '# Only a heading\n\nText, changed outside.\n')
  await (await importFolder(app, path)).getByRole('button', { name: 'Done' }).click()
  await openPost(page, 'Only a heading')
  await expect(editor(page)).toContainText('changed outside')
})

test('a folder that does not exist is told in words', async ({ app }) => {
  const page = await app.open()
  await sidebar(page).getByRole('button', { name: 'Import…' }).click()
  const importing = importDialog(page)
  await importing.getByRole('textbox', { name: 'Folder' }).fill(join(app.folder, 'nowhere'))
  await importing.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(importing.getByRole('alert')).toContainText('nowhere')
})
