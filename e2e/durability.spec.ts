import { appendText, editor, expectSaved, openPost, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('what the status bar calls saved is there after kill -9', async ({ app }) => {
  test.slow()
  const page = await app.open()
  await writePost(page, 'Killed', 'Written 0. ')
  for (let round = 1; round <= 5; round++) {
    await appendText(app.page, `Written ${round}. `)
    await app.kill()
    const again = await app.open()
    await openPost(again, 'Killed')
    for (let before = 0; before <= round; before++) {
      await expect(editor(again)).toContainText(`Written ${before}.`)
    }
  }
  await app.kill()
  const verified = await app.longhand(['--json', 'verify'])
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, problems: [] })
})

test('what was typed just before the window is closed is kept', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Closed in a hurry', 'Saved.')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(' And the last words.')
  if (app.shell === 'browser') await expectSaved(page)
  await app.close()
  const again = await app.open()
  await openPost(again, 'Closed in a hurry')
  await expect(editor(again)).toContainText('And the last words.')
})
