import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  desk,
  dialog,
  editor,
  expectExported,
  expectSaved,
  exportDialog,
  openPost,
  postOption,
  preview,
  siteView,
  titleBox,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

test('a whole journey without a mouse: new, title, text, publish, export', async ({ app }) => {
  const page = await app.open()
  const press = (key: string) => page.keyboard.press(key)
  await press('Alt+n')
  await expect(titleBox(page)).toHaveValue('')
  await press('F2')
  await page.keyboard.type('By keyboard alone')
  await focusByPanes(app.page, () => editor(page))
  await page.keyboard.type('Typed without a mouse. ')
  await press('ControlOrMeta+b')
  await page.keyboard.type('bold')
  await expectSaved(page)
  await expect(preview(page).locator('strong')).toHaveText('bold')
  await press('ControlOrMeta+Shift+Enter')
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()

  await press('ControlOrMeta+Shift+e')
  const exporting = exportDialog(page)
  await exporting.getByRole('textbox', { name: 'Folder' }).focus()
  await press('ControlOrMeta+a')
  const site = join(app.folder, 'site')
  await page.keyboard.type(site)
  await press('Enter')
  await expectExported(page)
  await press('Escape')
  await expect(exporting).toBeHidden()
  expect(await readFile(join(site, 'posts/by-keyboard-alone/index.html'), 'utf8')).toContain('<strong>bold')
})

test('the command palette finds a command by its name and runs it', async ({ app }) => {
  const page = await app.open()
  await page.keyboard.press('F1')
  const palette = dialog(page, 'Command palette')
  await expect(palette.getByRole('combobox', { name: 'Command' })).toBeFocused()
  await page.keyboard.type('site settings')
  await page.keyboard.press('Enter')
  await expect(siteView(page)).toBeVisible()
  await expect(siteView(page).getByRole('tab', { name: 'Look' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(siteView(page).getByRole('tabpanel', { name: 'About' })).toBeVisible()
})

test('every command is in the palette by its name', async ({ app }) => {
  await app.longhand(['new', '--title', 'Open'])
  const page = await app.open()
  await openPost(page, 'Open')
  await page.keyboard.press('F1')
  const commands = await dialog(page, 'Command palette').getByRole('option').allInnerTexts()
  const needed = [
    'New post',
    'Search posts',
    'Toggle sidebar',
    'Move to trash',
    'Export site',
    'Import',
    'Bold',
  ]
  for (const name of needed) expect(commands.join('\n')).toContain(name)
})

test('panes are reached by F6, and posts by Mod Alt arrows', async ({ app }) => {
  await app.longhand(['new', '--title', 'Older', '--date', '2020-01-01'])
  await app.longhand(['new', '--title', 'Newer', '--date', '2021-01-01'])
  const page = await app.open()
  await openPost(page, 'Newer')
  await page.keyboard.press('ControlOrMeta+Alt+ArrowDown')
  await expect(titleBox(page)).toHaveValue('Older')
  await page.keyboard.press('ControlOrMeta+Alt+ArrowUp')
  await expect(titleBox(page)).toHaveValue('Newer')
  await focusByPanes(page, () => editor(page))
})

test('Delete in the list moves the post to the trash', async ({ app }) => {
  await app.longhand(['new', '--title', 'Unwanted'])
  await app.longhand(['new', '--title', 'Wanted'])
  const page = await app.open()
  await postOption(page, 'Unwanted').click()
  await postOption(page, 'Unwanted').focus()
  await page.keyboard.press('Delete')
  await expect(postOption(page, 'Unwanted')).toBeHidden()
  await expect(postOption(page, 'Wanted')).toBeVisible()
})

test('whatever has the focus shows it', async ({ app }) => {
  const page = await app.open()
  await page.keyboard.press('F6')
  const seen = new Set<string>()
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const ring = (of: Element | null) => {
        if (of === null) return false
        const style = getComputedStyle(of)
        const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
        return outlined || style.boxShadow !== 'none' || style.textDecorationLine.includes('underline')
      }
      const text = element.isContentEditable || element instanceof HTMLIFrameElement
      return {
        name: element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? '',
        visible:
          text ||
          ring(element) ||
          ring(element.parentElement) ||
          ring(element.closest('[data-focus-visible]')),
      }
    })
    if (focused === null) continue
    seen.add(focused.name)
    expect(focused.visible, `“${focused.name}” has a focus ring`).toBe(true)
  }
  expect(seen.size).toBeGreaterThan(4)
})

/** Goes from pane to pane by F6 until `target` has the focus. */
async function focusByPanes(page: import('@playwright/test').Page, target: () => ReturnType<typeof editor>) {
  await expect(async () => {
    await page.keyboard.press('F6')
    await expect(target()).toBeFocused({ timeout: 300 })
  }).toPass({ timeout: 5000 })
}
