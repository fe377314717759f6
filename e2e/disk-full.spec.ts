import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { runLonghand } from './harness/command-line.ts'
import { differences, filesIn } from './harness/folders.ts'
import {
  appendText,
  editor,
  expectExported,
  expectSaved,
  exportSite,
  openExport,
  savingStatus,
  writePost,
} from './harness/screen.ts'
import { canHaveSmallDisk, fillDisk, pathSeenBy } from './harness/small-disk.ts'
import { expect, test } from './harness/test.ts'

test.use({ diskSize: '12m' })
test.skip(
  () => !process.env.CI && !canHaveSmallDisk(),
  'a small disk needs Linux and `unshare --map-root-user --mount`',
)

test('a full disk while saving is said in the status bar, and what was typed is saved when there is room', async ({
  app,
  shell,
}) => {
  const page = await app.open()
  await writePost(page, 'Too much', 'Saved. ')
  const makeRoom = fillDisk(pathSeenBy(shell.pid, join(app.folder, 'disk/ballast')))
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  const words = 'Typed on a full disk. '.repeat(400)
  await page.keyboard.insertText(words)
  await expect(savingStatus(page)).toHaveText(/^Not saved: .*disk/i)
  await expect(editor(page)).toContainText('Typed on a full disk.')
  await page.keyboard.insertText('Still typing. ')
  await expect(editor(page)).toContainText('Still typing.')

  makeRoom()
  await expect(savingStatus(page)).toHaveText('Saved', { timeout: 20_000 })
  const copy = join(app.folder, 'copy')
  await cp(pathSeenBy(shell.pid, app.library), copy, { recursive: true })
  const text = (await runLonghand(copy, ['show', 'too-much'])).stdout
  expect(text).toContain(`Saved. ${words}Still typing.`)
})

test('a full disk while exporting leaves the old site and says so', async ({ app, shell }) => {
  const page = await app.open()
  const site = join(app.folder, 'disk/site')
  await writePost(page, 'First version', 'Old.')
  await exportSite(page, site)
  const seen = pathSeenBy(shell.pid, site)
  const before = join(app.folder, 'before')
  await cp(seen, before, { recursive: true })
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await appendText(page, ' New.')

  const makeRoom = fillDisk(pathSeenBy(shell.pid, join(app.folder, 'disk/ballast')))
  const exporting = await openExport(page, site)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exporting.getByRole('alert')).toContainText(/disk/i)
  expect(await differences(before, seen)).toEqual([])
  makeRoom()
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expectExported(page)
  expect(await filesIn(seen)).toContain('posts/first-version/index.html')
  await exporting.getByRole('button', { name: 'Done' }).click()
  await expectSaved(page)
})
