import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine, runProgram } from './harness/command-line.ts'
import { differences } from './harness/folders.ts'
import { expectExported, exportSite, openExport } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('the folder is chosen in the chooser of the shell', async ({ app }) => {
  const page = await app.open()
  const site = join(app.folder, 'chosen')
  await mkdir(site)
  const exporting = await openExport(page, app.folder)
  await app.chooseFolder(site, () => exporting.getByRole('button', { name: 'Browse…' }).click())
  await expect(exporting.getByRole('textbox', { name: 'Folder' })).toHaveValue(site)
  await app.chooseFolder(null, () => exporting.getByRole('button', { name: 'Browse…' }).click())
  await expect(exporting.getByRole('textbox', { name: 'Folder' })).toHaveValue(site)
})

test('a second export of an unchanged library changes no byte', async ({ app }) => {
  const page = await app.open()
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  await cp(site, join(app.folder, 'before'), { recursive: true })
  await exportSite(page, site)
  expect(await differences(join(app.folder, 'before'), site)).toEqual([])
  const other = join(app.folder, 'elsewhere')
  await exportSite(page, other)
  expect(await differences(site, other)).toEqual([])
  expect(await readdir(join(site, 'pagefind'))).toContain('pagefind.js')
})

test('the app and the command line, in another time zone and language, make the same site', async ({
  app,
}) => {
  const page = await app.open()
  const [ours, theirs] = [join(app.folder, 'by-the-app'), join(app.folder, 'by-the-command-line')]
  await exportSite(page, ours)
  const args = [commandLine, '--library', app.library, 'export', '--out', theirs]
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  // Nothing is taken from what the app remembers of its export.
  await app.close()
  await rm(join(app.library, 'cache'), { recursive: true })
  const exported = await runProgram(process.execPath, args, { env })
  expect(exported.code, exported.stderr).toBe(0)
  expect(await differences(ours, theirs)).toEqual([])
})

test('a folder that is not ours and not empty is refused, untouched, unless the writer insists', async ({
  app,
}) => {
  const foreign = join(app.folder, 'taxes')
  await mkdir(foreign)
  await writeFile(join(foreign, '2025.txt'), 'do not lose')
  const page = await app.open()
  const exporting = await openExport(page, foreign)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exporting.getByRole('button', { name: 'Export here anyway' })).toBeVisible()
  expect(await readdir(foreign)).toEqual(['2025.txt'])
  await exporting.getByRole('button', { name: 'Export here anyway' }).click()
  await expectExported(page)
  expect(await readdir(foreign)).toContain('index.html')
})

test('cancelling an export leaves the old site as it was', async ({ app }) => {
  test.slow()
  const page = await app.open()
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  await cp(site, join(app.folder, 'before'), { recursive: true })
  await importManyPosts(app.folder, app.longhand.bind(app))
  const exporting = await openExport(page, site)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exporting.getByRole('progressbar', { name: 'Exporting' })).toBeVisible()
  await exporting.getByRole('button', { name: 'Cancel' }).click()
  await expect(exporting.getByRole('progressbar')).toBeHidden()
  // What was staged for the new site is removed a moment after the writer has let it go.
  await expect.poll(() => differences(join(app.folder, 'before'), site)).toEqual([])
})

test('an export that can’t be written says why and keeps the dialog open', async ({ app }) => {
  const file = join(app.folder, 'a-file')
  await writeFile(file, 'not a folder')
  const page = await app.open()
  const exporting = await openExport(page, join(file, 'site'))
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exporting.getByRole('alert')).toBeVisible()
  await expect(exporting.getByRole('textbox', { name: 'Folder' })).toBeVisible()
  expect(await readFile(file, 'utf8')).toBe('not a folder')
})

/** Enough posts that an export takes long enough to be cancelled. */
async function importManyPosts(folder: string, longhand: (args: string[]) => Promise<{ code: number }>) {
  const posts = join(folder, 'many')
  await mkdir(posts)
  const code = '```ts\nexport const answer: Map<string, number> = new Map()\n```\n\n'
  for (let n = 0; n < 600; n++) {
    await writeFile(
      join(posts, `${n}.md`),
      `---\ntitle: Post ${n}\ndate: 2024-01-01\n---\n${code.repeat(40)}`,
    )
  }
  expect((await longhand(['import', posts])).code).toBe(0)
}
