import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileChooser, Page } from '@playwright/test'
import { barriers } from './harness/barriers.ts'
import { photograph, secret } from './harness/photograph.ts'
import {
  desk,
  dialog,
  editor,
  expectSaved,
  exportSite,
  notices,
  showList,
  titleBox,
  writePost,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const media = (page: Page) => page.getByRole('main', { name: 'Media' })
const files = (page: Page) => media(page).getByRole('listbox', { name: 'Media' })
const file = (page: Page, name: string) => files(page).getByRole('option', { name, exact: true })
const details = (page: Page) => media(page).getByRole('complementary', { name: 'Details' })

/** A drawing of a size that tells it from others. */
const drawing = (name: string, width: number) => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="30"><rect width="9" height="9"/></svg>`,
  ),
})

/** Answers the file chooser that `ask` opens. */
async function choose(
  page: Page,
  chosen: Parameters<FileChooser['setFiles']>[0],
  ask: () => Promise<unknown>,
) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()])
  await chooser.setFiles(chosen)
}

const insertImage = (page: Page) => desk(page).getByRole('button', { name: 'Insert image…' }).click()

test('an image is chosen into a post, found among the media, and leads back to its post', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'With a plan', 'Before.\n\n')
  await choose(page, drawing('floor-plan.svg', 40), () => insertImage(page))
  await expect(editor(page)).toContainText(/!\[floor-plan\]\(media\/floor-plan-[0-9a-f]{12}\.svg\)/)
  await expectSaved(page)

  await showList(page, 'Media')
  await media(page).getByRole('searchbox', { name: 'Search media' }).fill('floor')
  await expect(files(page).getByRole('option')).toHaveCount(1)
  await file(page, 'floor-plan.svg').click()
  await expect(details(page)).toContainText('40 × 30')
  await expect(details(page)).toContainText('Used in 1 post')
  await expect(details(page).getByRole('button', { name: 'Remove' })).toBeDisabled()
  await details(page).getByRole('button', { name: 'With a plan' }).click()
  await expect(titleBox(page)).toHaveValue('With a plan')
})

test('an image without an alternative text is found, and no longer once it has one', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Without words', 'Look.\n\n')
  await choose(page, drawing('image.svg', 41), () => insertImage(page))
  await expect(editor(page)).toContainText('![](media/without-words-')
  await expectSaved(page)
  await showList(page, 'Media')
  await media(page).getByText('Missing alternative text', { exact: true }).click()
  await expect(files(page).getByRole('option')).toHaveCount(1)
  const shown = await app.longhand(['show', 'without-words'])
  await app.longhand(['edit', 'without-words', '--body', '-'], shown.stdout.replace('![]', '![A square]'))
  await expect(media(page).getByRole('heading', { name: 'Nothing is missing' })).toBeVisible()
})

test('files dropped on the media are kept, removed, and brought back', async ({ app }) => {
  const page = await app.open()
  await showList(page, 'Media')
  await media(page).evaluate((target) => {
    const data = new DataTransfer()
    for (const n of [1, 2]) {
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="5"></svg>`
      data.items.add(new File([text], `dropped-${n}.svg`, { type: 'image/svg+xml' }))
    }
    const event = { dataTransfer: data, bubbles: true, cancelable: true }
    target.dispatchEvent(new DragEvent('dragenter', event))
    target.dispatchEvent(new DragEvent('drop', event))
  })
  await expect(notices(page)).toContainText('Added 2 files')
  await media(page).getByText('Unused', { exact: true }).click()
  await expect(file(page, 'dropped-1.svg')).toBeVisible()
  await details(page).getByRole('button', { name: 'Remove 2 unused files' }).click()
  await expect(media(page).getByRole('heading', { name: 'Every file is used' })).toBeVisible()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(files(page).getByRole('option')).toHaveCount(2)
  expect(JSON.parse((await app.longhand(['--json', 'assets', '--unused'])).stdout)).toHaveLength(2)
})

test('a file is replaced in every post, by keyboard, and an earlier version still shows the old one', async ({
  app,
}) => {
  test.slow() // ten commands of the command line beside the app
  const page = await app.open()
  await writePost(page, 'First use', 'One.\n\n')
  await choose(page, drawing('logo.svg', 42), () => insertImage(page))
  await expect(editor(page)).toContainText('media/logo-')
  await expectSaved(page)
  const [logo] = JSON.parse((await app.longhand(['--json', 'assets'])).stdout)
  await app.longhand(['new', '--title', 'Second use', '--body', '-'], `![Logo](${logo.path})\n`)
  await app.longhand(['set', 'second-use', `cover=${logo.path}`])

  await showList(page, 'Media')
  await expect(file(page, 'logo.svg')).toBeVisible()
  await file(page, 'logo.svg').click()
  await expect(details(page)).toContainText('Used in 2 posts')
  const replace = details(page).getByRole('button', { name: 'Replace everywhere…' })
  await choose(page, drawing('new-logo.svg', 43), () => replace.press('Enter'))
  const asking = dialog(page, 'Replace everywhere')
  await expect(asking).toContainText('2 posts use it')
  await asking.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(notices(page)).toContainText('Replaced in 2 posts')
  await expect(details(page)).toContainText('43 × 30')

  for (const slug of ['first-use', 'second-use']) {
    expect((await app.longhand(['show', slug])).stdout).toMatch(/\(media\/new-logo-[0-9a-f]{12}\.svg\)/)
    const versions: { id: string }[] = JSON.parse((await app.longhand(['--json', 'history', slug])).stdout)
    const before = await app.longhand(['show', slug, '--version', versions[1]?.id ?? ''])
    expect(before.stdout).toContain(logo.path)
  }
  expect(JSON.parse((await app.longhand(['--json', 'show', 'second-use'])).stdout).cover).toContain(
    'new-logo',
  )
  expect(JSON.parse((await app.longhand(['--json', 'verify'])).stdout)).toMatchObject({
    problems: [],
    ok: true,
  })
})

test('a photograph reaches the site without the place where it was taken', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Holiday', 'There.\n\n')
  const chosen = { name: 'beach.jpg', mimeType: 'image/jpeg', buffer: photograph() }
  expect(chosen.buffer.includes(secret)).toBe(true)
  await choose(page, chosen, () => insertImage(page))
  await expect(editor(page)).toContainText('media/beach-')
  await expectSaved(page)
  await desk(page).getByRole('button', { name: 'Publish' }).click()
  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const exported = (await readdir(join(site, 'media'))).filter((name) => name.startsWith('beach-'))
  expect(exported).toHaveLength(1)
  const bytes = await readFile(join(site, 'media', exported[0] ?? ''))
  expect(bytes.includes(secret)).toBe(false)
  // It still says how it is to be turned: 8 by 6 points are shown 6 wide.
  const drawn = await page.evaluate(
    async (source) => {
      const picture = new Image()
      picture.src = source
      await picture.decode()
      return [picture.naturalWidth, picture.naturalHeight]
    },
    `data:image/jpeg;base64,${bytes.toString('base64')}`,
  )
  expect(drawn).toEqual([6, 8])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the media have no barrier that axe can see and are used by keyboard alone, ${colorScheme}`, async ({
    app,
  }) => {
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await showList(page, 'Media')
    await expect(files(page).getByRole('option')).toHaveCount(6)
    await page.keyboard.press('F6')
    await expect(file(page, 'save-button.png')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(details(page)).toContainText('Used in 1 post')
    expect(await barriers(page, ['best-practice'])).toEqual([])
    await media(page).getByRole('searchbox', { name: 'Search media' }).fill('nothingofthekind')
    await media(page).getByRole('heading', { name: 'Nothing found' }).waitFor()
    expect(await barriers(page, ['best-practice'])).toEqual([])
  })
}
