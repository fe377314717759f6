import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  appendText,
  desk,
  editor,
  expectSaved,
  notices,
  openPost,
  statusBar,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const history = (page: Page) => page.getByRole('region', { name: 'History', exact: true })
const timeline = (page: Page) => history(page).getByRole('slider', { name: 'Timeline' })
const versions = (page: Page) => history(page).getByRole('navigation', { name: 'Versions' })
const changes = (page: Page) => history(page).getByRole('article', { name: 'Changes' })
const reading = (page: Page) => page.frameLocator('iframe[title="The post as it was"]')

/** Marks a version with the key, and gives it a name in the notice. */
async function mark(page: Page, name: string) {
  await page.keyboard.press('ControlOrMeta+s')
  await expect(notices(page)).toContainText('Everything is saved; version marked.')
  await notices(page).getByRole('textbox', { name: 'Name this version' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(notices(page)).toContainText(`named “${name}”`)
}

/** Replaces the whole text, as one edit. */
async function rewrite(page: Page, text: string) {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
  await expectSaved(page)
}

async function openHistory(page: Page) {
  await desk(page).getByRole('button', { name: 'History', exact: true }).click()
  await expect(timeline(page)).toBeVisible()
}

test('write, mark, write, drag the timeline back, restore, undo', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Twice told', 'The harbour was *empty*.\n\nNobody spoke.\n')
  await mark(page, 'First draft')
  await rewrite(page, 'The harbour was *full* of boats.\n\nEverybody spoke.\n')

  await openHistory(page)
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^Now/)
  const line = await timeline(page).boundingBox()
  if (!line) throw new Error('the timeline is not on screen')
  await page.mouse.move(line.x + line.width - 8, line.y + line.height / 2)
  await page.mouse.down()
  await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 5 })
  await page.mouse.move(line.x + 4, line.y + line.height / 2, { steps: 5 })
  await page.mouse.up()
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /“First draft”, 6 words, this device/)
  await expect(reading(page).locator('em')).toHaveText('empty')
  await expect(reading(page).getByText('Nobody spoke.')).toBeVisible()

  await history(page).getByRole('button', { name: 'Restore this' }).click()
  await expect(history(page)).toBeHidden()
  await expect(editor(page)).toContainText('The harbour was *empty*.')
  await expect(editor(page)).not.toContainText('boats')
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(editor(page)).toContainText('The harbour was *full* of boats.')
  await expectSaved(page)
  expect((await app.longhand(['show', 'twice-told'])).stdout).toContain('Everybody spoke.')
})

test('the timeline goes by keyboard, and Esc leads back to the text', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'By keys', 'One.')
  await mark(page, 'A')
  await appendText(page, ' Two.')
  await mark(page, 'B')
  await appendText(page, ' Three.')
  await page.keyboard.press('ControlOrMeta+Alt+h')
  await expect(timeline(page)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /“B”/)
  await page.keyboard.press('Home')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /“A”/)
  await expect(versions(page).getByRole('button', { name: /“A”/ })).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('End')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^Now/)
  await page.keyboard.press('Escape')
  await expect(history(page)).toBeHidden()
  await expect(editor(page)).toBeFocused()
})

test('changes are shown by words, and a paragraph can be copied back', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Changed', 'A first one.\n\nA lost paragraph goes here.\n\nThe end of it.\n')
  await mark(page, 'Whole')
  await rewrite(page, 'A first one.\n\nThe very end of it.\n')
  await titleBox(page).fill('Changed again')
  await expectSaved(page)
  await openHistory(page)
  await versions(page)
    .getByRole('button', { name: /“Whole”/ })
    .click()
  await history(page).getByText('Changes', { exact: true }).click()
  await expect(
    changes(page).getByRole('deletion').filter({ hasText: 'A lost paragraph goes here.' }),
  ).toBeVisible()
  await expect(changes(page).getByRole('insertion').filter({ hasText: 'very' })).toBeVisible()
  await expect(changes(page).getByRole('heading')).toContainText('again')
  expect(await barriers(page)).toEqual([])

  await changes(page).getByRole('button', { name: 'Copy this paragraph back' }).first().click()
  await expect(
    changes(page).getByRole('deletion').filter({ hasText: 'A lost paragraph goes here.' }),
  ).toBeHidden()
  await page.keyboard.press('Escape')
  await expectSaved(page)
  expect((await app.longhand(['show', 'changed-again'])).stdout).toContain(
    'A first one.\n\nA lost paragraph goes here.\n\nThe very end of it.\n',
  )
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(editor(page)).not.toContainText('lost')
})

test('two versions are compared with each other, and one gets another name', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Pairs', 'Red.')
  await mark(page, 'Red')
  await rewrite(page, 'Green.')
  await mark(page, 'Green')
  await rewrite(page, 'Blue.')
  await openHistory(page)
  await versions(page).getByRole('button', { name: /“Red”/ }).click()
  await history(page).getByText('Changes', { exact: true }).click()
  const option = history(page).getByLabel('Compared with').locator('option', { hasText: 'Green' })
  await history(page)
    .getByLabel('Compared with')
    .selectOption((await option.getAttribute('value')) ?? '')
  await expect(changes(page).getByRole('deletion')).toHaveText('Red')
  await expect(changes(page).getByRole('insertion')).toHaveText('Green')
  await history(page).getByRole('textbox', { name: 'Name of this version' }).fill('Crimson')
  await page.keyboard.press('Enter')
  await expect(versions(page).getByRole('button', { name: /“Crimson”/ })).toBeVisible()
  expect((await app.longhand(['history', 'pairs'])).stdout).toContain('Crimson')
})

test('undo, cursor and view outlive a restart', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Come back', Array.from({ length: 80 }, (_, n) => `Line ${n + 1}.`).join('\n\n'))
  await page.keyboard.press('ControlOrMeta+Home')
  for (let n = 0; n < 40; n++) await page.keyboard.press('ArrowDown')
  // A pause, so that what follows is undone by itself.
  await page.waitForTimeout(700)
  await page.keyboard.type('Remember me. ')
  await expectSaved(page)
  await expect(statusBar(page)).toContainText('Line 41, column 14')
  await page.waitForTimeout(2500)
  await app.close()

  const again = await app.open()
  await openPost(again, 'Come back')
  await expect(statusBar(again)).toContainText('Line 41, column 14')
  const shownAt = async () => (await editor(again).getByText('Remember me.').boundingBox())?.y ?? 0
  await expect.poll(shownAt).toBeGreaterThan(40)
  expect(await shownAt()).toBeLessThan(780)
  await editor(again).focus()
  await again.keyboard.press('ControlOrMeta+z')
  await expect(editor(again)).not.toContainText('Remember me.')
  await expect(editor(again)).toContainText('Line 21.')
  await again.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(editor(again)).toContainText('Remember me.')
})
