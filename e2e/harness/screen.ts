import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

/** The parts of the screen by the names that assistive tools hear (src/renderer/README.md). */
export const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Library' })
export const postsPane = (page: Page) => page.getByRole('region', { name: 'Posts', exact: true })
export const postList = (page: Page) => page.getByRole('listbox', { name: 'Posts', exact: true })
export const postOption = (page: Page, title: string) =>
  postList(page).getByRole('option', { name: title, exact: true })
export const desk = (page: Page) => page.getByRole('main', { name: 'Desk' })
export const titleBox = (page: Page) => desk(page).getByRole('textbox', { name: 'Title', exact: true })
export const editor = (page: Page) => page.getByRole('textbox', { name: 'Post text' })
export const savingStatus = (page: Page) => page.getByRole('status', { name: 'Saving status' })
export const statusBar = (page: Page) => page.getByRole('region', { name: 'Status bar' })
export const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })
export const dialog = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('dialog', { name, exact: true })
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview of the post"]')

export const siteView = (page: Page) => page.getByRole('main', { name: 'Site', exact: true })
export const sitePreview = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Preview of the site"]')

/** Goes to the site's settings, and to one of their parts. */
export async function openSite(
  page: Page,
  part: 'Look' | 'About' | 'Menu' | 'Addresses' | 'Readers' = 'Look',
) {
  await sidebar(page).getByRole('button', { name: 'Site', exact: true }).click()
  await siteView(page).getByRole('tab', { name: part }).click()
  return siteView(page).getByRole('tabpanel', { name: part })
}

/** The dialogs of the two long jobs are called by what they are about, and at the end by what came of it. */
export const exportDialog = (page: Page) => dialog(page, /^(Export site|Site exported)$/)
export const importDialog = (page: Page) => dialog(page, /^(Import a folder|Import finished)$/)

/** Opens the post of this title from the list. */
export async function openPost(page: Page, title: string) {
  await postOption(page, title).click()
  await expect(titleBox(page)).toHaveValue(title)
}

/** A new post from the list's button, with a title and a text; resolves when it is saved. */
export async function writePost(page: Page, title: string, text: string) {
  await postsPane(page).getByRole('button', { name: 'New post' }).click()
  await expect(titleBox(page)).toHaveValue('')
  await titleBox(page).fill(title)
  await appendText(page, text)
  await expect(postOption(page, title)).toBeVisible()
}

/** Adds text at the end of the open post, all at once as a paste does; resolves when it is saved. */
export async function appendText(page: Page, text: string) {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(text)
  await expectSaved(page)
}

/** The library has acknowledged every edit so far. */
export async function expectSaved(page: Page) {
  // What was typed reaches the status a moment later; until then *Saved* is about the edits before.
  await page.waitForTimeout(50)
  await expect(savingStatus(page)).toHaveText('Saved')
}

/** Exports to `folder` by the dialog; resolves when the result is on screen. */
export async function exportSite(page: Page, folder: string) {
  const exporting = await openExport(page, folder)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expectExported(page)
  await exporting.getByRole('button', { name: 'Done' }).click()
}

/** The first export makes every picture in every size. */
export async function expectExported(page: Page) {
  await expect(exportDialog(page).getByRole('heading', { name: 'Site exported' })).toBeVisible({
    timeout: 60_000,
  })
}

/** Opens the export dialog with `folder` filled in. */
export async function openExport(page: Page, folder: string) {
  await sidebar(page).getByRole('button', { name: 'Export site…' }).click()
  const exporting = exportDialog(page)
  await exporting.getByRole('textbox', { name: 'Folder' }).fill(folder)
  return exporting
}

/** Shows one of the sidebar's lists: “All posts”, “Drafts”, “Published”, “Trash” or a tag. */
export async function showList(page: Page, name: string) {
  await sidebar(page).getByRole('button', { name, exact: true }).click()
}

export async function chooseAppearance(page: Page, appearance: 'System' | 'Light' | 'Dark') {
  await sidebar(page).getByRole('button', { name: 'Settings…' }).click()
  const settings = dialog(page, 'Settings')
  await settings.getByText(appearance, { exact: true }).click()
  await expect(settings.getByRole('radio', { name: appearance })).toBeChecked()
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toBeHidden()
}

/** Shows the properties of the open post beside its text. */
export async function openProperties(page: Page): Promise<Locator> {
  const properties = page.getByRole('complementary', { name: 'Properties' })
  if (!(await properties.isVisible())) await page.keyboard.press('ControlOrMeta+;')
  await expect(properties.getByRole('textbox', { name: 'Slug' })).toBeVisible()
  return properties
}
