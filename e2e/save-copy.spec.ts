import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ElectronShell } from './harness/electron-shell.ts'
import { editor, savingStatus, statusBar, writePost } from './harness/screen.ts'
import { canHaveSmallDisk, fillDisk, pathSeenBy } from './harness/small-disk.ts'
import { expect, test } from './harness/test.ts'

test.use({ diskSize: '12m' })
test.skip(
  () => !process.env.CI && !canHaveSmallDisk(),
  'a small disk needs Linux and `unshare --map-root-user --mount`',
)

test('while the library’s disk is full, a copy of the post is kept elsewhere', async ({ app, shell }) => {
  const page = await app.open()
  await writePost(page, 'Too much', 'Saved. ')
  const makeRoom = fillDisk(pathSeenBy(shell.pid, join(app.folder, 'disk/ballast')))
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText('Typed on a full disk. '.repeat(400))
  await expect(savingStatus(page)).toHaveText(/^Not saved: .*disk/i)

  const copy = join(app.folder, 'copy.md')
  if (shell instanceof ElectronShell) {
    // The writer's answer in the system's dialog.
    await shell.application?.evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path))
    }, copy)
    await statusBar(page).getByRole('button', { name: 'Save a copy…' }).click()
  } else {
    const download = page.waitForEvent('download')
    await statusBar(page).getByRole('button', { name: 'Save a copy…' }).click()
    expect((await download).suggestedFilename()).toBe('too-much.md')
    await (await download).saveAs(copy)
  }
  await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toContain('Typed on a full disk.')
  const text = await readFile(copy, 'utf8')
  expect(text).toMatch(/^---\ntitle: "Too much"\nslug: "too-much"\n/)
  expect(text).toContain(`Saved. ${'Typed on a full disk. '.repeat(400)}`)

  makeRoom()
  await statusBar(page).getByRole('button', { name: 'Try again' }).click()
  await expect(savingStatus(page)).toHaveText('Saved', { timeout: 20_000 })
})
