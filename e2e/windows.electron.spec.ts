import type { ElectronApplication, Page } from '@playwright/test'
import { ElectronShell } from './harness/electron-shell.ts'
import { editor, expectSaved, openPost, titleBox } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

function application(shell: unknown): ElectronApplication {
  if (shell instanceof ElectronShell && shell.application) return shell.application
  throw new Error('Electron is not running')
}

const titles = async (app: ElectronApplication) =>
  Promise.all(
    app.windows().map((page) =>
      titleBox(page)
        .inputValue()
        .catch(() => ''),
    ),
  )

test('several windows have a post each, follow one another, and come back', async ({ app, shell }) => {
  // Three starts.
  test.slow()
  for (const title of ['Alpha', 'Beta']) await app.longhand(['new', '--title', title])
  const page = await app.open()
  await openPost(page, 'Alpha')
  const opened = application(shell).waitForEvent('window')
  await page.keyboard.press('ControlOrMeta+Alt+n')
  const other: Page = await opened
  await openPost(other, 'Beta')
  await expect(titleBox(page)).toHaveValue('Alpha')

  // Both show what is written in one of them.
  await openPost(other, 'Alpha')
  await editor(other).click()
  await other.keyboard.type('From the other window.')
  await expectSaved(other)
  await expect(editor(page)).toContainText('From the other window.')
  await openPost(other, 'Beta')
  await expectSaved(other)

  await app.close()
  await app.open()
  await expect.poll(() => application(shell).windows().length).toBe(2)
  await expect.poll(async () => (await titles(application(shell))).sort()).toEqual(['Alpha', 'Beta'])

  // One that is closed while the other stays does not come back.
  const second = application(shell).windows()[1]
  await Promise.all([second?.waitForEvent('close'), second?.evaluate(() => window.close())])
  await app.close()
  await app.open()
  await expect(titleBox(app.page)).not.toHaveValue('')
  expect(application(shell).windows()).toHaveLength(1)
})
