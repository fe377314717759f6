import type { Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import {
  appendText,
  dialog,
  editor,
  expectSaved,
  notices,
  openPost,
  postList,
  savingStatus,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const findPanel = (page: Page) => page.getByRole('search', { name: 'Find in post' })
/** What axe finds, light and dark. */
async function problems(page: Page) {
  const found: unknown[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await barriers(page, ['best-practice'])))
  }
  return found
}
const everywhere = (page: Page) => dialog(page, 'Find and replace in all posts')

/** What the library has as the text of the post. */
const textOf = (page: Page) =>
  editor(page).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent ?? '').join('\n'),
  )

test('a word is found, counted, gone through and replaced, and all of it comes back', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Caches', 'A cache is warm. Caches are not.\n\nThe cache (cache) was cold.\n')
  await editor(page).press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+f')
  const panel = findPanel(page)
  const [find, matches] = [
    panel.getByRole('textbox', { name: 'Find' }),
    panel.getByRole('status', { name: 'Matches' }),
  ]
  await expect(find).toBeFocused()
  await find.fill('cache')
  await expect(matches).toHaveText('4 matches')
  await find.press('Enter')
  await expect(matches).toHaveText('1 of 4')
  await find.press('Shift+Enter')
  await expect(matches).toHaveText('4 of 4')
  await find.press('Alt+Shift+W')
  await expect(panel.getByRole('button', { name: 'Whole words' })).toHaveAttribute('aria-pressed', 'true')
  await expect(matches).toHaveText('3 of 3')
  await find.press('Alt+Shift+W')
  await find.press('Alt+Shift+C')
  await expect(matches).toHaveText('3 of 3')

  await panel.getByRole('button', { name: 'Regular expression' }).click()
  await find.fill('(')
  await expect(matches).toHaveText('Not valid')
  await find.fill('(\\w+) \\(cache\\)')
  await expect(matches).toHaveText('1 match')
  await page.keyboard.press('ControlOrMeta+h')
  const replace = panel.getByRole('textbox', { name: 'Replace with' })
  await replace.fill('$1, the $1,')
  expect(await problems(page)).toEqual([])
  await panel.getByRole('button', { name: 'Replace all' }).click()
  await expect(notices(page)).toContainText('1 match replaced.')
  expect(await textOf(page)).toContain('The cache, the cache, was cold.')
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  expect(await textOf(page)).toBe('A cache is warm. Caches are not.\n\nThe cache (cache) was cold.\n')

  await find.fill('no such word')
  await expect(matches).toHaveText('No matches')
  await find.press('Escape')
  await expect(panel).toBeHidden()
  await expect(editor(page)).toBeFocused()
})

test('what is typed is typed at each place where a word was selected', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Caches', 'A cache is warm. Caches are not.\n\nThe cache (cache) was cold.\n')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  for (let time = 0; time < 3; time++) await page.keyboard.press('ControlOrMeta+d')
  await page.keyboard.type('store')
  await expectSaved(page)
  expect(await textOf(page)).toBe('A store is warm. Caches are not.\n\nThe store (store) was cold.\n')
})

test('a word is replaced in all posts, but where the writer leaves it, and comes back', async ({ app }) => {
  for (const [title, body] of [
    ['Warm caches', 'A cache.\n\nAnother cache here.'],
    ['Cold start', 'No cache at all: `cache`.'],
    ['Nothing of it', 'Only words.'],
  ] as const)
    await app.longhand(['new', '--title', title, '--body', '-'], body)
  const page = await app.open()
  await openPost(page, 'Warm caches')
  await appendText(page, ' A cache typed now.')
  await page.keyboard.press('ControlOrMeta+Shift+h')
  const asking = everywhere(page)
  await expect(asking.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.type('cache')
  await asking.getByRole('textbox', { name: 'Replace with' }).fill('store')
  await expect(asking.getByText('6 matches in 2 posts')).toBeVisible()
  await asking.getByRole('checkbox', { name: 'No cachestore at all' }).uncheck()
  await asking.getByRole('checkbox', { name: 'Warm cachestores' }).uncheck()
  await expect(asking.getByRole('checkbox', { name: 'Cold start' })).toBeChecked({ indeterminate: true })
  expect(await problems(page)).toEqual([])
  await asking.getByRole('button', { name: 'Replace 4 matches' }).click()
  await expect(asking).toBeHidden()
  await expect(notices(page)).toContainText('4 matches replaced in 2 posts.')
  // The open post follows at once, and is saved.
  await expect.poll(() => textOf(page)).toBe('A store.\n\nAnother store here. A store typed now.')
  await expect(savingStatus(page)).toHaveText('Saved')
  const cold = await app.longhand(['--json', 'list'])
  expect(cold.code).toBe(0)

  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(notices(page)).toContainText('4 matches are back as before.')
  await expect.poll(() => textOf(page)).toBe('A cache.\n\nAnother cache here. A cache typed now.')
  await postList(page).getByRole('option', { name: 'Cold start' }).click()
  await expect.poll(() => textOf(page)).toBe('No cache at all: `cache`.')

  // An expression that nobody would wait for can be given up.
  await page.keyboard.press('ControlOrMeta+Shift+h')
  await asking.getByRole('button', { name: 'Regular expression' }).click()
  await asking.getByRole('textbox', { name: 'Find' }).fill('(')
  await expect(asking.getByRole('alert')).toContainText('not a regular expression')
  await page.keyboard.press('Escape')
  await expect(asking).toBeHidden()
})
