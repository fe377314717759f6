import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import { appendText, editor, expectSaved, openPost, titleBox, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

/** Takes what is offered; for a moment after it came up, keys still mean the text. */
async function take(page: Page, key: 'Enter' | 'Tab' = 'Enter') {
  await page.waitForTimeout(150)
  await page.keyboard.press(key)
}

/** What is offered below the cursor. */
const offered = (page: Page) => page.getByRole('listbox', { name: 'Completions' })
const offer = (page: Page, name: string | RegExp) => offered(page).getByRole('option', { name })
const backlinks = (page: Page) => page.getByRole('complementary', { name: 'Backlinks' })
const textOf = async (page: Page) => (await editor(page).locator('.cm-line').allTextContents()).join('\n')

test('a link to a post is made by a few letters of its title, and follows when the post is renamed', async ({
  app,
}) => {
  test.slow() // two posts, the palette, axe and the command line
  const page = await app.open()
  await writePost(
    page,
    'How SQLite stores rows',
    '## The page\n\nA page holds cells.\n\n## The *cell*\n\nA cell holds a row.',
  )
  await writePost(page, 'Reading a database', 'First read about ')
  await page.keyboard.type('[[sqlite')
  await expect(offer(page, /^How SQLite stores rows/)).toBeVisible()
  await take(page)
  expect(await textOf(page)).toBe('First read about [How SQLite stores rows](how-sqlite-stores-rows.md)')
  await page.keyboard.type(', then about [[rows')
  await expect(offer(page, /^How SQLite stores rows/)).toBeVisible()
  await page.keyboard.type('#')
  await page.keyboard.type('cell')
  await expect(offer(page, 'The cell')).toBeVisible()
  await take(page)
  expect(await textOf(page)).toContain('about [The cell](how-sqlite-stores-rows.md#the-cell)')
  await page.keyboard.type(' and [more](sqlite')
  await expect(offer(page, /^How SQLite stores rows/)).toBeVisible()
  await take(page, 'Tab')
  await page.keyboard.type('.')
  await expectSaved(page)

  // Its title changes, and its slug with it; every link goes along.
  await openPost(page, 'How SQLite stores rows')
  await titleBox(page).fill('Where rows live')
  await titleBox(page).press('Enter')
  const linked = async () => (await app.longhand(['show', 'reading-a-database'])).stdout
  await expect
    .poll(linked)
    .toContain(
      '[How SQLite stores rows](where-rows-live.md), then about [The cell](where-rows-live.md#the-cell) and [more](where-rows-live.md).',
    )

  await page.keyboard.press('ControlOrMeta+Shift+P')
  await page.getByRole('combobox', { name: 'Command' }).fill('backlinks')
  await page.keyboard.press('Enter')
  const link = backlinks(page).getByRole('list', { name: 'Posts that link here' })
  await expect(link.getByRole('button', { name: 'Reading a database' })).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await link.getByRole('button', { name: /^First read about How SQLite stores rows/ }).click()
  await expect(titleBox(page)).toHaveValue('Reading a database')
  await expect(backlinks(page)).toContainText('No post links here yet')
  expect(JSON.parse((await app.longhand(['--json', 'verify'])).stdout)).toMatchObject({ ok: true })
})

test('files, tags, languages, emoji and the post’s own headings are offered where they belong', async ({
  app,
}) => {
  test.slow() // axe, the command line, and a pause for each choice
  await app.longhand(['new', '--title', 'Of fish', '--tag', 'Deep sea'])
  const page = await app.open()
  await writePost(page, 'All of it', '# One part\n\n')
  await editor(page).focus()
  await page.keyboard.type('[up](#')
  await expect(offer(page, /^One part/)).toBeVisible()
  await take(page)
  await page.keyboard.type(', [sea](/tags/de')
  await expect(offer(page, /^Deep sea/)).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await take(page)
  await page.keyboard.type(' so :tad')
  await expect(offer(page, /:tada:/)).toBeVisible()
  await take(page)
  await page.keyboard.type(' :smile: 10:30 :)')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('```typ')
  await expect(offer(page, /^typescript/)).toBeVisible()
  await take(page)
  await page.keyboard.press('Enter')
  // Code is no prose: nothing is offered inside of it.
  await page.keyboard.type('const a = [[0]] // :tada')
  await page.waitForTimeout(300)
  await expect(offered(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await page.keyboard.type('```')
  await expectSaved(page)
  const body = await textOf(page)
  expect(body).toContain('[up](#one-part), [sea](/tags/deep-sea/) so 🎉 😄 10:30 :)')
  expect(body).toContain('```typescript\nconst a = [[0]] // :tada\n```')
})

/** Pastes as a browser does, with several forms of the same. */
async function paste(page: Page, forms: Readonly<Record<string, string>>) {
  await editor(page).evaluate((target, entries) => {
    const data = new DataTransfer()
    for (const [type, text] of entries) data.setData(type, text)
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, Object.entries(forms))
}

test('an address goes onto words, formatted text becomes Markdown, and Shift keeps it plain', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(page, 'Pasted', 'See the manual')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await paste(page, { 'text/plain': 'https://example.org/manual_(1)' })
  expect(await textOf(page)).toBe('See the [manual](https://example.org/manual_%281%29)')
  await page.keyboard.type('\n\n')
  const html = `<meta charset="utf-8"><h2>Notes</h2><p>Some <b>bold</b> words and <code>code</code>,<img src="x" onerror="window.harm = 1"></p>
    <ul><li>one</li><li><a href="https://example.org/">two</a></li></ul>
    <table><tr><th>a</th><th align="right">b</th></tr><tr><td>1</td><td>2</td></tr></table><script>window.harm = 1</script>`
  const words = 'Notes\nSome bold words'
  await paste(page, { 'text/plain': words, 'text/html': html })
  await expect
    .poll(() => textOf(page))
    .toContain(
      '## Notes\n\nSome **bold** words and `code`,\n\n- one\n- [two](https://example.org/)\n\n| a   | b   |\n| --- | --: |\n| 1   | 2   |',
    )
  expect(await page.evaluate(() => 'harm' in window)).toBe(false)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => textOf(page)).not.toContain('Notes')
  // By the keys, with what is really in the clipboard.
  await page.evaluate(
    ([plain = '', rich = '']) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([plain], { type: 'text/plain' }),
          'text/html': new Blob([rich], { type: 'text/html' }),
        }),
      ]),
    ['plain words', '<p>plain <b>words</b></p>'],
  )
  await page.keyboard.press('ControlOrMeta+Shift+V')
  await expect.poll(() => textOf(page)).toMatch(/plain words$/)
  await page.keyboard.type(' ')
  await page.keyboard.press('ControlOrMeta+V')
  await expect.poll(() => textOf(page)).toMatch(/plain words plain \*\*words\*\*$/)
  await expectSaved(page)
})

test('a pasted picture is named after its post and asks what it shows', async ({ app }) => {
  test.slow() // pictures are made, stored and looked at
  const page = await app.open()
  await writePost(page, 'Lights of Oslo', 'Before.\n\n')
  await appendText(page, 'After.')
  await page.keyboard.press('ControlOrMeta+End')
  await editor(page).evaluate(async (target) => {
    const data = new DataTransfer()
    for (const [name, width] of [
      ['image.png', 40],
      ['harbour at night.png', 60],
    ] as const) {
      const canvas = new OffscreenCanvas(width, 30)
      canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
      data.items.add(new File([await canvas.convertToBlob()], name, { type: 'image/png' }))
    }
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  const asking = page.getByRole('dialog', { name: 'Alternative text' })
  const answer = asking.getByRole('textbox', { name: 'What does the image show?' })
  await expect(answer).toBeFocused()
  await expect(answer).toHaveValue('')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.type('The [old] town at dusk')
  await page.keyboard.press('Enter')
  await expect(answer).toHaveValue('harbour at night')
  await page.keyboard.press('Escape')
  await expect(asking).toBeHidden()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(' Done.')
  await expectSaved(page)
  expect(await textOf(page)).toMatch(
    /After\.!\[The \\\[old\\\] town at dusk\]\(media\/lights-of-oslo-[0-9a-f]{12}\.png\)\n\n!\[harbour at night\]\(media\/harbour-at-night-[0-9a-f]{12}\.png\) Done\.$/,
  )
  await page.keyboard.type(' ![](harb')
  await expect(offer(page, /^harbour-at-night-/)).toBeVisible()
  await take(page)
  await expectSaved(page)
  expect(await textOf(page)).toMatch(/ Done\. !\[\]\(media\/harbour-at-night-[0-9a-f]{12}\.png\)$/)
  // Later, by name.
  await page.keyboard.press('ControlOrMeta+Shift+P')
  await page.getByRole('combobox', { name: 'Command' }).fill('describe the image')
  await page.keyboard.press('Enter')
  await expect(answer).toBeFocused()
  await page.keyboard.type('Boats')
  await asking.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => textOf(page)).toContain(' Done. ![Boats](media/harbour-at-night-')
})
