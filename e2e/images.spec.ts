import { editor, expectSaved, preview, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a pasted image becomes a file of the library and is in the preview', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'With a picture', 'Before.\n\n')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await editor(page).evaluate(async (target) => {
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    const data = new DataTransfer()
    data.items.add(new File([await canvas.convertToBlob()], 'diagram.png', { type: 'image/png' }))
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(editor(page)).toContainText(/!\[[^\]]*\]\(media\/diagram-[0-9a-f]{12}\.png\)/)
  await expectSaved(page)
  await expect(preview(page).locator('img').last()).toHaveJSProperty('naturalWidth', 40)
  expect((await app.longhand(['show', 'with-a-picture'])).stdout).toMatch(
    /\(media\/diagram-[0-9a-f]{12}\.png\)/,
  )
  expect(JSON.parse((await app.longhand(['--json', 'verify'])).stdout)).toMatchObject({ ok: true })
})
