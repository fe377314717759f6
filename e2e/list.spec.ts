import type { Page } from '@playwright/test'
import { copyLibrary, large, makeLargeLibrary, titleOf } from './harness/large-library.ts'
import {
  dialog,
  editor,
  notices,
  postList,
  postOption,
  postsPane,
  showList,
  titleBox,
} from './harness/screen.ts'
import { test as base, expect } from './harness/test.ts'

/** The app on a copy of a library of 10,000 posts, which is made once. */
const test = base.extend<object, { made: string }>({
  made: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this parameter
    async ({}, use) => {
      const { path, remove } = await makeLargeLibrary()
      await use(path)
      await remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  app: async ({ app, made }, use) => {
    await copyLibrary(made, app.library)
    await use(app)
  },
})

const search = (page: Page) => postsPane(page).getByRole('searchbox', { name: 'Search posts' })
const bulkBar = (page: Page) => page.getByRole('region', { name: 'Marked posts' })

test('a word in 10,000 posts is found as one types, and marked', async ({ app }) => {
  const page = await app.open()
  await search(page).fill(large.rareWord.slice(0, 6))
  await expect(postList(page).getByRole('option')).toHaveCount(1)
  await expect(postOption(page, large.rareTitle).locator('mark')).toHaveText(/^ornith/i)
  await postOption(page, large.rareTitle).click()
  await expect(editor(page)).toContainText(large.rareWord)
})

test('the whole list scrolls by and ends with the last post', async ({ app }) => {
  const page = await app.open()
  await expect(postOption(page, titleOf(0))).toBeVisible()
  const height = await scrollThrough(page)
  expect(height).toBeGreaterThan(50 * large.posts)
  await expect(postOption(page, titleOf(large.posts - 1))).toBeVisible()
  await postOption(page, titleOf(large.posts - 1)).click()
  await page.keyboard.press('Home')
  await expect(titleBox(page)).toHaveValue(titleOf(0))
  await page.keyboard.press('End')
  await expect(titleBox(page)).toHaveValue(titleOf(large.posts - 1))
})

test('every post of a list gets a tag at once, also those never on screen, and Undo takes it back', async ({
  app,
}) => {
  test.slow()
  const page = await app.open()
  await postOption(page, titleOf(0)).click()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bulkBar(page).getByRole('status')).toHaveText('10,000 posts marked')
  await page.keyboard.press('Escape')
  await expect(bulkBar(page)).toBeHidden()

  await search(page).fill(`tag:${large.tag}`)
  await expect(postOption(page, titleOf(20))).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bulkBar(page).getByRole('status')).toHaveText('500 posts marked')
  await bulkBar(page).getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('combobox', { name: 'Tag to add' }).fill('kept')
  await page.keyboard.press('Enter')
  await expect(notices(page)).toContainText('Tag “kept” added to 500 posts.', { timeout: 30_000 })
  await expect(postOption(page, titleOf(20))).toContainText('#kept')
  expect(JSON.parse((await app.longhand(['--json', 'list', '--tag', 'kept'])).stdout)).toHaveLength(500)
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(postOption(page, titleOf(20))).not.toContainText('#kept', { timeout: 30_000 })
  // It goes in parts, and what is on screen may come first.
  const kept = async () => JSON.parse((await app.longhand(['--json', 'list', '--tag', 'kept'])).stdout)
  await expect.poll(kept, { timeout: 30_000 }).toEqual([])
})

test('a few posts are marked by Ctrl and Shift, published, and go to the trash', async ({ app }) => {
  const page = await app.open()
  await postOption(page, titleOf(0)).click()
  await postOption(page, titleOf(2)).click({ modifiers: ['ControlOrMeta'] })
  await expect(bulkBar(page).getByRole('status')).toHaveText('2 posts marked')
  await postOption(page, titleOf(0)).click()
  await expect(bulkBar(page)).toBeHidden()
  await postOption(page, titleOf(3)).click({ modifiers: ['Shift'] })
  await expect(bulkBar(page).getByRole('status')).toHaveText('4 posts marked')
  await bulkBar(page).getByRole('button', { name: 'Publish' }).click()
  await expect(notices(page)).toContainText('2 posts published.')

  await postOption(page, titleOf(0)).click()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bulkBar(page).getByRole('status')).toHaveText('2 posts marked')
  await page.keyboard.press('Delete')
  await expect(notices(page)).toContainText('2 posts moved to trash.')
  await expect(postOption(page, titleOf(1))).toBeHidden()
  await showList(page, 'Trash')
  await expect(postList(page).getByRole('option')).toHaveCount(2)
  await page.getByRole('button', { name: 'Empty trash…' }).click()
  const asking = dialog(page, 'Empty the trash?')
  await expect(asking).toContainText('can’t be undone')
  await asking.getByRole('button', { name: 'Delete 2 posts' }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
})

test('the order is chosen and remembered', async ({ app }) => {
  const page = await app.open()
  await postsPane(page).getByRole('button', { name: 'Sort posts' }).click()
  await page.getByRole('menuitemradio', { name: 'Title' }).click()
  await expect(postList(page).getByRole('option').first()).toHaveAccessibleName('Caches and clocks, part 0')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(postList(page).getByRole('option').first()).toHaveAccessibleName('Caches and clocks, part 0')
  await postsPane(page).getByRole('button', { name: 'Sort posts' }).click()
  await page.getByRole('menuitemradio', { name: 'Z to A' }).click()
  await expect(postList(page).getByRole('option').first()).toHaveAccessibleName(/^Threads and schemas/)
})

test('a search is kept as a filter, renamed and removed', async ({ app }) => {
  const page = await app.open()
  await search(page).fill('status:')
  await page.getByRole('button', { name: 'status:draft' }).click()
  await expect(search(page)).toHaveValue('status:draft ')
  await search(page).pressSequentially(`tag:${large.tag}`)
  await page.getByRole('button', { name: 'Save as filter…' }).click()
  await dialog(page, 'Save as filter').getByRole('textbox', { name: 'Name' }).fill('To do')
  await page.keyboard.press('Enter')
  const filters = page.getByRole('group', { name: 'Filters' })
  await expect(filters.getByRole('button', { name: 'To do', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(postOption(page, titleOf(0))).toBeVisible()
  await expect(postOption(page, titleOf(20))).toBeHidden()

  await filters.getByRole('button', { name: 'Change filter To do' }).click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await dialog(page, 'Rename filter').getByRole('textbox', { name: 'Name' }).fill('Measured drafts')
  await page.keyboard.press('Enter')
  await filters.getByRole('button', { name: 'Change filter Measured drafts' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(filters).toBeHidden()
})

test('a post is opened by a few letters of its title', async ({ app }) => {
  const page = await app.open()
  await page.keyboard.press('ControlOrMeta+p')
  const quick = dialog(page, 'Quick open')
  await quick.getByRole('combobox').fill('quepars4242')
  await expect(quick.getByRole('option').first()).toHaveAccessibleName(large.rareTitle)
  await page.keyboard.press('Enter')
  await expect(titleBox(page)).toHaveValue(large.rareTitle)
  await expect(postOption(page, large.rareTitle)).toBeVisible()
})

/** Scrolls from the first post to the last; the height of the whole, in pixels. */
function scrollThrough(page: Page) {
  return postList(page).evaluate(async (list) => {
    const step = list.scrollHeight / 400
    while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
      list.scrollTop += step
      await new Promise<number>(requestAnimationFrame)
    }
    return list.scrollHeight
  })
}
