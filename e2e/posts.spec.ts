import {
  appendText,
  desk,
  editor,
  expectSaved,
  notices,
  openPost,
  openProperties,
  postList,
  postOption,
  postsPane,
  showList,
  sidebar,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test.beforeEach(async ({ app }) => {
  await app.longhand(
    ['new', '--title', 'Alpha', '--tag', 'rust', '--body', '-', '--publish'],
    'A fast cache.',
  )
  await app.longhand(['new', '--title', 'Beta', '--tag', 'sql', '--body', '-'], 'A slow query.')
})

test('a post is renamed on the desk, and the list follows', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await page.keyboard.press('F2')
  await expect(titleBox(page)).toBeFocused()
  await titleBox(page).fill('Gamma')
  await expect(postOption(page, 'Gamma')).toBeVisible()
  await expectSaved(page)
  expect(JSON.parse((await app.longhand(['--json', 'list'])).stdout).map(title)).toContain('Gamma')
})

test('a post goes to the trash, comes back by Undo, and by Restore', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await desk(page).getByRole('button', { name: 'Move to trash' }).click()
  await expect(postOption(page, 'Beta')).toBeHidden()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(postOption(page, 'Beta')).toBeVisible()

  await openPost(page, 'Beta')
  await desk(page).getByRole('button', { name: 'Move to trash' }).click()
  await showList(page, 'Trash')
  await openPost(page, 'Beta')
  await desk(page).getByRole('button', { name: 'Restore' }).click()
  await showList(page, 'Trash')
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await showList(page, 'All posts')
  await expect(postOption(page, 'Beta')).toBeVisible()
})

test('the list is filtered by status and by tag', async ({ app }) => {
  const page = await app.open()
  await showList(page, 'Drafts')
  await expect(postOption(page, 'Beta')).toBeVisible()
  await expect(postOption(page, 'Alpha')).toBeHidden()
  await showList(page, 'Published')
  await expect(postOption(page, 'Alpha')).toBeVisible()
  await expect(postOption(page, 'Beta')).toBeHidden()
  await sidebar(page).getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'sql' }).click()
  await expect(postList(page).getByRole('option')).toHaveCount(1)
  await expect(postOption(page, 'Beta')).toBeVisible()
  await showList(page, 'Trash')
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
})

test('search finds words in the text as one types', async ({ app }) => {
  const page = await app.open()
  const search = postsPane(page).getByRole('searchbox', { name: 'Search posts' })
  await search.fill('quer')
  await expect(postOption(page, 'Beta')).toBeVisible()
  await expect(postOption(page, 'Alpha')).toBeHidden()
  await search.fill('nothingofthekind')
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await search.fill('')
  await expect(postOption(page, 'Alpha')).toBeVisible()
})

test('search follows what is being written', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await appendText(page, ' Then an ornithopter.')
  await postsPane(page).getByRole('searchbox', { name: 'Search posts' }).fill('ornithopter')
  await expect(postOption(page, 'Beta')).toBeVisible()
  await expect(postList(page).getByRole('option')).toHaveCount(1)
})

test('publishing and unpublishing change what the list says', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await desk(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('group', { name: 'Status', exact: true })).toHaveText('Published')
  await showList(page, 'Published')
  await expect(postOption(page, 'Beta')).toBeVisible()
  await desk(page).getByRole('button', { name: 'Published', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Unpublish' }).click()
  await expect(desk(page).getByRole('group', { name: 'Status', exact: true })).toHaveText('Draft')
})

test('tags, summary, slug and date are set on the desk', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await openProperties(page)
  await desk(page).getByRole('textbox', { name: 'Add tag' }).fill('performance')
  await page.keyboard.press('Enter')
  await desk(page).getByRole('button', { name: 'Remove tag sql' }).click()
  await desk(page).getByRole('textbox', { name: 'Summary' }).fill('Why it was slow.')
  await desk(page).getByRole('textbox', { name: 'Slug' }).fill('why-slow')
  await page.keyboard.press('Enter')
  await desk(page).getByRole('textbox', { name: 'Date' }).fill('2026-01-31')
  await page.keyboard.press('Enter')
  await expectSaved(page)
  await expect(async () => {
    const posts = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
    expect(posts).toContainEqual(
      expect.objectContaining({
        title: 'Beta',
        slug: 'why-slow',
        summary: 'Why it was slow.',
        tags: ['performance'],
        date: expect.stringContaining('2026-01-31'),
      }),
    )
  }).toPass({ timeout: 5000 })
})

test('what stands in a tag or slug field is kept when the post is left by a key', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await openProperties(page)
  await desk(page).getByRole('textbox', { name: 'Add tag' }).pressSequentially('unfinished')
  await page.keyboard.press('ControlOrMeta+Alt+ArrowDown')
  await expect(titleBox(page)).toHaveValue('Alpha')
  await openPost(page, 'Beta')
  await expect(desk(page).getByRole('button', { name: 'Remove tag unfinished' })).toBeVisible()

  await desk(page).getByRole('textbox', { name: 'Slug' }).fill('left-by-a-key')
  await page.keyboard.press('ControlOrMeta+Alt+ArrowDown')
  await expect(titleBox(page)).toHaveValue('Alpha')
  await expect(async () => {
    const posts = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
    expect(posts).toContainEqual(
      expect.objectContaining({ slug: 'left-by-a-key', tags: ['sql', 'unfinished'] }),
    )
  }).toPass({ timeout: 5000 })
})

test('a page and a series are set on the desk, and pages are a place of their own', async ({ app }) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await openProperties(page)
  await desk(page).getByRole('combobox', { name: 'Kind' }).selectOption('Page')
  await desk(page).getByRole('textbox', { name: 'Series' }).fill('Slow things')
  await page.keyboard.press('Enter')
  await showList(page, 'Pages')
  await expect(postOption(page, 'Beta')).toHaveAccessibleDescription(/page/)
  await expect(postOption(page, 'Alpha')).toBeHidden()
  await expect(async () => {
    const posts = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
    expect(posts).toContainEqual(expect.objectContaining({ kind: 'page', series: 'Slow things' }))
  }).toPass({ timeout: 5000 })
})

test('a slug that another post has, and a date that does not exist, are refused in words', async ({
  app,
}) => {
  const page = await app.open()
  await openPost(page, 'Beta')
  await openProperties(page)
  const slug = desk(page).getByRole('textbox', { name: 'Slug' })
  await slug.fill('alpha')
  await page.keyboard.press('Enter')
  await expect(slug).toHaveAccessibleDescription(/alpha|another post|taken/i)
  const date = desk(page).getByRole('textbox', { name: 'Date' })
  await date.fill('2026-02-31')
  await page.keyboard.press('Enter')
  await expect(date).toHaveAccessibleDescription(/2026-11-24|date/i)
  const shown = JSON.parse((await app.longhand(['--json', 'list', '--status', 'draft'])).stdout)
  expect(shown[0].slug).toBe('beta')
})

test('a title of only an emoji, a right-to-left one and a very long one are all kept', async ({ app }) => {
  const page = await app.open()
  const long = 'A very long title '.repeat(12).trim()
  for (const name of ['🦔', 'مرحبا بالعالم', long]) await writePost(page, name, 'Text.')
  for (const name of ['🦔', 'مرحبا بالعالم', long]) {
    await openPost(page, name)
    await expect(editor(page)).toContainText('Text.')
  }
})

function title(post: { title: string }) {
  return post.title
}
