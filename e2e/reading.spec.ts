import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  appendText,
  desk,
  editor,
  expectSaved,
  openPost,
  preview,
  sidebar,
  statusBar,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const longText = (sections: number) =>
  Array.from(
    { length: sections },
    (_, n) =>
      `## Part ${n + 1}\n\nThe first words of part ${n + 1}.\n\n- a point\n- another\n\n\`\`\`js\ncode(${n})\n\`\`\`\n`,
  ).join('\n')

/** Runs in the preview's page what needs its document. */
const inPreview = <Result>(page: Page, read: (frame: Document) => Result): Promise<Result> =>
  page.evaluate<Result>(
    `(${read.toString()})(document.querySelector('iframe[title="Preview of the post"]').contentDocument)`,
  )

const caretTop = (page: Page) =>
  page.evaluate(() => document.getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0)

const openLook = async (page: Page) => {
  await page.getByRole('button', { name: 'Look of the text' }).click()
  return page.getByRole('dialog', { name: 'Look of the text' })
}

test('only what changed is drawn again in the preview, and a click leads to its source', async ({ app }) => {
  const page = await app.open()
  await writePost(
    page,
    'Two parts',
    'The **first** paragraph stays.\n\nA second one grows.\n\nThe third stays.',
  )
  const shown = preview(page)
  await expect(shown.getByText('The third stays.')).toBeVisible()
  await inPreview(page, (frame) => {
    const [first, second] = frame.querySelectorAll('p:has(+ p), p + p:last-of-type')
    for (const paragraph of frame.querySelectorAll('p')) Object.assign(paragraph, { isSame: true })
    const text = first?.querySelector('strong')?.firstChild
    if (text) frame.getSelection()?.setBaseAndExtent(text, 0, text, 5)
    return second !== undefined
  })
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type(' And grows.')
  await expect(shown.getByText('A second one grows. And grows.')).toBeVisible()
  const kept = await inPreview(page, (frame) => ({
    paragraphs: [...frame.querySelectorAll('p')]
      .filter((paragraph) => /stays|grows/.test(paragraph.textContent))
      .map((paragraph) => 'isSame' in paragraph),
    selected: frame.getSelection()?.toString(),
  }))
  expect(kept).toEqual({ paragraphs: [true, true, true], selected: 'first' })

  await shown.getByText('The third stays.').click({ position: { x: 2, y: 8 } })
  await expect(editor(page)).toBeFocused()
  await expect(statusBar(page)).toContainText('Line 5')
  await page.keyboard.press('Home')
  await page.keyboard.type('See: ')
  await expect(shown.getByText('See: The third stays.')).toBeVisible()
})

test('a page that was changed piece by piece is the page that is rendered whole', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Pieces', `${longText(3)}\nA note.[^1]\n\n[^1]: Below.\n`)
  const content = () =>
    inPreview(page, (frame) => {
      const heading = frame.getElementById('part-2')
      return (heading?.parentElement?.innerHTML ?? '').replace(/<!--[^>]*-->|\s+/g, ' ')
    })
  await editor(page).click()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter', 'Enter')
  await page.keyboard.insertText('> split in two\n\n1. one\n2. two\n\n![a](b.png "c")\n\n')
  await press('ControlOrMeta+Home', 'Backspace', 'Delete', 'Delete')
  await page.waitForTimeout(200)
  await press('ControlOrMeta+z', 'ControlOrMeta+End')
  await page.keyboard.insertText('\n```js\nnew code()\n```\n\n| a | b |\n|---|---|\n| c | d |\n')
  await page.waitForTimeout(200)
  for (let n = 0; n < 12; n++) await press('ControlOrMeta+z')
  for (let n = 0; n < 9; n++) await press('ControlOrMeta+Shift+Z')
  await expectSaved(page)
  await page.waitForTimeout(1000)
  const changed = await content()
  expect(changed).toContain('<td>d</td>')
  await page.keyboard.press('ControlOrMeta+e')
  await page.keyboard.press('ControlOrMeta+e')
  await page.keyboard.press('ControlOrMeta+e')
  await expect.poll(content).toBe(changed)
})

test('the panes scroll together, and the page alone leads back to the text by two clicks', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(page, 'A long one', longText(30))
  const shown = preview(page)
  const heading = shown.getByRole('heading', { name: 'Part 20' })
  await expect(heading).toBeAttached()
  // The editor leads: where its cursor goes, the page follows.
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(heading).not.toBeInViewport()
  await expect(shown.getByText('The first words of part 1.', { exact: true })).toBeInViewport()
  // The page leads: the text follows.
  const box = await page.locator('iframe[title="Preview of the post"]').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 200)
  await page.mouse.wheel(0, 100_000)
  await expect(shown.getByText('The first words of part 30.')).toBeInViewport()
  await expect(editor(page).getByText('code(29)')).toBeInViewport()

  await page.keyboard.press('ControlOrMeta+e')
  await expect(page.locator('iframe[title="Preview of the post"]')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+e')
  await expect(editor(page)).toBeHidden()
  await heading.scrollIntoViewIfNeeded()
  await heading.dblclick({ position: { x: 10, y: 10 } })
  await expect(editor(page)).toBeFocused()
  await expect(editor(page).getByText('## Part 20')).toBeInViewport()
})

test('focus dims the rest, the typewriter holds the line, and full screen takes all else away', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(page, 'Quiet', `${longText(6)}\nOne sentence. Another sentence.`)
  const line = (text: string) => editor(page).locator('.cm-line', { hasText: text })
  const colour = (text: string) => line(text).evaluate((element) => getComputedStyle(element).color)
  await page.keyboard.press('F8')
  await expect.poll(() => colour('The first words of part 6.')).not.toBe(await colour('One sentence.'))
  const look = await openLook(page)
  await look.getByText('Sentence', { exact: true }).click()
  await expect(look.getByRole('radio', { name: 'Sentence' })).toBeChecked()
  await page.keyboard.press('Escape')
  await editor(page).focus()
  await expect(editor(page).locator('.cm-unlit')).toHaveText('One sentence. ')
  expect(await barriers(page, ['best-practice'])).toEqual([])

  await page.keyboard.press('F9')
  await page.keyboard.type(' And on.')
  const top = await caretTop(page)
  for (let n = 0; n < 3; n++) await page.keyboard.press('Enter')
  await page.keyboard.type('Further down.')
  await expect.poll(async () => Math.abs((await caretTop(page)) - top)).toBeLessThan(40)

  await page.keyboard.press('F11')
  await expect(sidebar(page)).toBeHidden()
  await expect(desk(page).getByRole('toolbar', { name: 'View' })).toBeHidden()
  await expect(page.locator('iframe[title="Preview of the post"]')).toHaveCount(0)
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(' Alone.')
  await expectSaved(page)
  expect(await barriers(page, ['best-practice'])).toEqual([])
  await page.keyboard.press('F11')
  await expect(sidebar(page)).toBeVisible()
  for (const key of ['F8', 'F9']) await page.keyboard.press(key)
  await expect(editor(page).locator('.cm-unlit')).toHaveCount(0)
})

test('marks are hidden away from the cursor, on wish, and no byte changes', async ({ app }) => {
  const text = [
    '## A heading',
    '',
    'Some **bold** and a [link](https://example.org/far/away) with $x^2$.',
    '',
    '$$',
    'a + b',
    '$$',
    '',
    '- [x] done',
    '',
    'The end.',
  ].join('\n')
  await app.longhand(['new', '--title', 'Marks', '--body', '-'], text)
  const page = await app.open()
  await openPost(page, 'Marks')
  const look = await openLook(page)
  await look.getByText('Hide marks while reading').click()
  await page.keyboard.press('Escape')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  const line = (part: string) => editor(page).locator('.cm-line', { hasText: part })
  await expect(line('A heading')).toHaveText('A heading')
  await expect(line('Some')).toHaveText(/^Some bold and a link with x/)
  await expect(editor(page).locator('math')).toHaveCount(2)
  await expect(line('done')).toContainText('☑ done')
  expect(await barriers(page, ['best-practice'])).toEqual([])

  await page.keyboard.press('ControlOrMeta+Home')
  await expect(line('A heading')).toHaveText('## A heading')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  for (let n = 0; n < 7; n++) await page.keyboard.press('ArrowRight')
  await expect(line('Some')).toHaveText(/^Some \*\*bold\*\* and a link with x/)
  await appendText(page, ' More.')
  await page.keyboard.press('ControlOrMeta+z')
  await expectSaved(page)
  const { stdout } = await app.longhand(['show', 'marks'])
  expect(stdout).toContain(text)
})

test('the text has letters, a width and colours of its own, by day and by night', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Look', 'Some `code` and words.\n\n```js\nconst a = 1 // one\n```')
  const paper = () =>
    editor(page).evaluate((element) => {
      const writing = element.closest('[data-writing]')
      return writing ? getComputedStyle(writing).backgroundColor : ''
    })
  const plain = await paper()
  const look = await openLook(page)
  await look.getByText('Monospace', { exact: true }).click()
  await look.getByRole('combobox', { name: 'Size of the text' }).selectOption('20 px')
  await look.getByText('Sepia', { exact: true }).click()
  await expect.poll(paper).not.toBe(plain)
  const day = await paper()
  expect(await barriers(page, ['best-practice'])).toEqual([])
  await look.getByText('Dark', { exact: true }).click()
  await expect.poll(paper).not.toBe(day)
  expect(await barriers(page, ['best-practice'])).toEqual([])
  await page.keyboard.press('Escape')
  await expect(editor(page).locator('.cm-line').first()).toHaveCSS('font-size', '17.6px')
})
