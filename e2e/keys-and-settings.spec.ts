import type { Page } from '@playwright/test'
import {
  desk,
  dialog,
  editor,
  exportDialog,
  openPost,
  sidebar,
  statusBar,
  titleBox,
} from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const settings = (page: Page) => dialog(page, 'Settings')

async function openSettings(page: Page) {
  await page.keyboard.press('ControlOrMeta+,')
  await expect(settings(page)).toBeVisible()
  return settings(page)
}

test('a key is changed, its conflict told, and it works at once and after a restart', async ({ app }) => {
  await app.longhand(['new', '--title', 'Keys', '--body', '-'], 'word\n')
  const page = await app.open()
  await openPost(page, 'Keys')
  const keys = await openSettings(page)
  await keys.getByRole('tab', { name: 'Keys' }).click()
  await keys.getByRole('searchbox', { name: 'Search settings' }).fill('strike')
  await keys.getByRole('button', { name: 'Give Strikethrough a key' }).click()
  await page.keyboard.press('ControlOrMeta+b')
  await expect(keys.getByRole('alert')).toContainText('is the key of “Bold”')
  await keys.getByRole('button', { name: 'Use it here instead' }).click()
  await expect(keys.getByRole('button', { name: 'Change the key of Strikethrough' })).toBeFocused()
  await page.keyboard.press('Escape')

  const type = async () => {
    await editor(page).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+b')
  }
  await type()
  await expect(editor(page)).toContainText('~~word~~')
  await type()
  await expect(editor(page)).toHaveText('word')
  // The palette shows the key beside the command that has it now.
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await page.keyboard.type('strike')
  await expect(dialog(page, 'Command palette').getByRole('option').first()).toContainText(/(Ctrl\+|⌘)B/)
  await page.keyboard.press('Escape')

  await page.reload()
  await openPost(page, 'Keys')
  const again = await openSettings(page)
  await again.getByRole('searchbox', { name: 'Search settings' }).fill('bold')
  await again.getByRole('button', { name: 'Give Bold a key' }).click()
  await page.keyboard.press('ControlOrMeta+Alt+Shift+b')
  await expect(again.getByRole('button', { name: 'Change the key of Bold' })).toBeVisible()
  await again.getByRole('button', { name: 'Usual key of Bold again' }).click()
  await again.getByRole('searchbox', { name: 'Search settings' }).fill('')
  await again.getByRole('tab', { name: 'Keys' }).click()
  await again.getByRole('button', { name: 'All usual keys again' }).click()
  const keysOfRows = await again.getByRole('listitem').locator('kbd').allInnerTexts()
  const twice = keysOfRows.filter((key, index) => keysOfRows.indexOf(key) !== index)
  expect(twice, 'keys that two commands have').toEqual([])
  await page.keyboard.press('Escape')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+b')
  await expect(editor(page)).toContainText('**word**')
})

test('settings are found by a word, say where they are kept, and need no restart', async ({ app }) => {
  await app.longhand(['new', '--title', 'Settings', '--body', '-'], 'A line.\n')
  const page = await app.open()
  await openPost(page, 'Settings')
  await expect(editor(page)).toBeVisible()
  const found = await openSettings(page)
  await found.getByRole('searchbox', { name: 'Search settings' }).fill('monospace')
  await expect(found.getByText('Kept on this machine.').first()).toBeVisible()
  await found.getByText('Monospace', { exact: true }).click()
  const font = () => page.locator('.cm-content').evaluate((text) => getComputedStyle(text).fontFamily)
  await expect.poll(font).toMatch(/mono/i)
  await found.getByRole('searchbox', { name: 'Search settings' }).fill('author')
  await expect(found.getByText(/Kept in the library/)).toBeVisible()
  await found.getByRole('textbox', { name: 'Author' }).fill('Ana')
  await expect
    .poll(async () => JSON.parse((await app.longhand(['--json', 'site'])).stdout).author)
    .toBe('Ana')
  await found.getByRole('searchbox', { name: 'Search settings' }).fill('nothingofthekind')
  await expect(found.getByText('No setting is called that.')).toBeVisible()
})

test('German at once, without a restart, and what was typed is still there', async ({ app }) => {
  await app.longhand(['new', '--title', 'Sprache', '--body', '-'], 'Ein Satz.\n')
  const page = await app.open()
  await openPost(page, 'Sprache')
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Noch einer.')
  const open = await openSettings(page)
  await open.getByRole('radio', { name: 'Deutsch' }).click({ force: true })
  const german = dialog(page, 'Einstellungen')
  await expect(german).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Alle Beiträge' })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(dialog(page, 'Befehle')).toBeVisible()
  await page.keyboard.type('papierkorb')
  await expect(page.getByRole('option', { name: 'In den Papierkorb legen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.cm-content')).toContainText('Noch einer.')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Alle Beiträge' })).toBeVisible()
})

test('the default keys do what they are said to', async ({ app }) => {
  await app.longhand(['new', '--title', 'Plain', '--body', '-'], 'word\n')
  const page = await app.open()
  const press = (key: string) => page.keyboard.press(key)
  await openPost(page, 'Plain')
  const text = editor(page)
  await text.click()
  const marks: readonly (readonly [string, string])[] = [
    ['ControlOrMeta+b', '**word**'],
    ['ControlOrMeta+i', '*word*'],
    ['ControlOrMeta+`', '`word`'],
    ['ControlOrMeta+k', '[word]()'],
    ['ControlOrMeta+3', '### word'],
  ]
  for (const [key, expected] of marks) {
    await press('ControlOrMeta+a')
    await page.keyboard.insertText('word')
    await press('ControlOrMeta+a')
    await press(key)
    await expect(text, key).toContainText(expected)
  }
  await press('ControlOrMeta+0')
  await expect(text).toHaveText('word')
  await press('ControlOrMeta+Alt+c')
  await expect(text).toContainText('```')
  await press('ControlOrMeta+\\')
  await expect(sidebar(page)).toBeHidden()
  await press('ControlOrMeta+\\')
  await press('ControlOrMeta+;')
  await expect(desk(page).getByRole('textbox', { name: 'Slug' })).toBeVisible()
  await press('ControlOrMeta+;')
  await press('ControlOrMeta+Alt+h')
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible()
  await press('Escape')
  await press('ControlOrMeta+p')
  await expect(dialog(page, 'Quick open')).toBeVisible()
  await press('Escape')
  await press('ControlOrMeta+Shift+f')
  await expect(page.getByRole('searchbox', { name: 'Search posts' })).toBeFocused()
  await press('ControlOrMeta+Shift+Enter')
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()
  await press('ControlOrMeta+Shift+Enter')
  await expect(exportDialog(page)).toBeVisible()
  await press('Escape')
  await press('Alt+n')
  await expect(titleBox(page)).toHaveValue('')
  await expect(statusBar(page)).toBeVisible()
})

test('a language from right to left mirrors the screen, and no text is left out of the catalogue', async ({
  app,
}) => {
  await app.longhand(['new', '--title', 'Post', '--tag', 'notes', '--body', '-'], '# Heading\n\ntext\n')
  const page = await app.open()
  await page.evaluate(() => {
    localStorage['longhand.language'] = '"en-XB"'
  })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('option', { name: 'Post', exact: true }).click()
  const box = async (name: string) => (await page.locator(`[data-pane="${name}"]`).boundingBox())?.x ?? 0
  expect(await box('sidebar')).toBeGreaterThan(await box('list'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const left: string[] = []
  const look = async (place: string) => left.push(...(await unsaid(page)).map((text) => `${place}: ${text}`))
  await look('desk')

  const places = ['Drafts', 'Pages', 'Media', 'Trash', 'All tags', 'All posts']
  for (const name of places) {
    await page.getByRole('button', { name: `⟦${name}⟧`, exact: true }).click()
    await page.waitForTimeout(300)
    await look(name)
  }
  // The first part of the site's settings is said by its theme.
  await page.getByRole('button', { name: '⟦Site⟧', exact: true }).click()
  for (const part of ['About', 'Menu', 'Addresses', 'Readers']) {
    await page.getByRole('tab', { name: `⟦${part}⟧` }).click()
    await look(part)
  }
  await page.getByRole('button', { name: '⟦All posts⟧', exact: true }).click()
  await page.getByRole('option', { name: 'Post', exact: true }).click()
  const keys = ['Mod+,', 'F1', 'Mod+/', 'Mod+Shift+E', 'Mod+P', 'Mod+Shift+H']
  for (const key of keys) {
    await page.keyboard.press(key.replace('Mod', 'ControlOrMeta'))
    await page.getByRole('dialog').waitFor()
    await look(key)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.keyboard.press('ControlOrMeta+Alt+h')
  await page.getByRole('region', { name: '⟦History⟧' }).waitFor()
  await look('history')
  expect(left).toEqual([])
})

/** The texts and names on the screen that are in no catalogue: the test language puts those that are in brackets. */
const unsaid = (page: Page) =>
  page.evaluate(() => {
    // What the writer wrote, names, addresses, dates and times.
    const own =
      /^(#?post|#?notes|longhand|heading|text|my blog|\w{3} \d+|@.*|mailto:.*|mastodon|tag:|status:|before:|after:|\/.*|https?:.*|english|deutsch|français|\d+ px|.* [ap]m)$/i
    const isWords = (text: string) =>
      /\p{Script=Latin}{2}/u.test(text) && !/[⟦⟧]/.test(text) && !own.test(text.trim())
    const found: string[] = []
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('.cm-content, option, script, style, noscript, kbd') || !element.checkVisibility())
        continue
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description'])
        if (isWords(element.getAttribute(name) ?? '')) found.push(`${name}: ${element.getAttribute(name)}`)
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && isWords(node.textContent ?? ''))
          found.push(node.textContent ?? '')
    }
    return [...new Set(found)]
  })
