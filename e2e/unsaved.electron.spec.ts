import { join } from 'node:path'
import { ElectronShell } from './harness/electron-shell.ts'
import { editor, savingStatus, writePost } from './harness/screen.ts'
import { canHaveSmallDisk, fillDisk, pathSeenBy } from './harness/small-disk.ts'
import { expect, test } from './harness/test.ts'

test.use({ diskSize: '12m' })
test.skip(
  () => !process.env.CI && !canHaveSmallDisk(),
  'a small disk needs Linux and `unshare --map-root-user --mount`',
)

test('a window with edits that can’t be saved asks before it closes, and keeps them', async ({
  app,
  shell,
}) => {
  if (!(shell instanceof ElectronShell)) throw new Error('this is a test of the desktop shell')
  const page = await app.open()
  await writePost(page, 'Too much', 'Saved. ')
  const makeRoom = fillDisk(pathSeenBy(shell.pid, join(app.folder, 'disk/ballast')))
  await editor(page).click()
  await page.keyboard.insertText('Typed on a full disk. '.repeat(400))
  await expect(savingStatus(page)).toHaveText(/^Not saved: .*disk/i)

  const details = await shell.application?.evaluate(async ({ BrowserWindow, dialog }) => {
    const asked = new Promise((resolve) => {
      dialog.showMessageBox = (...args: unknown[]) => {
        resolve((args.at(-1) as Electron.MessageBoxOptions).detail)
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
    })
    BrowserWindow.getAllWindows()[0]?.close()
    return asked
  })
  expect(details).toMatch(/disk/i)
  await expect(editor(page)).toContainText('Typed on a full disk.')
  makeRoom()
  await expect(savingStatus(page)).toHaveText('Saved', { timeout: 20_000 })
})
