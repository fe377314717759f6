import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import type { App } from './harness/app.ts'
import { openBareWindow } from './harness/bare-window.ts'
import { root } from './harness/command-line.ts'
import { ElectronShell, electronBinary } from './harness/electron-shell.ts'
import { chooseAppearance, exportSite, openExport, siteView, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

function application(shell: unknown): ElectronApplication {
  if (shell instanceof ElectronShell && shell.application) return shell.application
  throw new Error('Electron is not running')
}

/** The switch that makes a start one of the same installation. */
const profileOf = (app: App) => `--user-data-dir=${join(app.folder, 'profile')}`

/** Where the window is. */
const place = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

test('the window comes back where it was', async ({ app, shell }) => {
  await app.open()
  await application(shell).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1000, height: 700 }),
  )
  const left = await place(application(shell))
  expect(left).toMatchObject({ width: 1000, height: 700 })
  await app.close()
  await app.open()
  expect(await place(application(shell))).toEqual(left)
})

test('the appearance that the writer chose outlives a restart', async ({ app }) => {
  const page = await app.open()
  await chooseAppearance(page, 'Dark')
  const background = () => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await background()
  await app.close()
  await app.open()
  expect(await background()).toBe(dark)
})

test('the menu has the commands, and they do what they say', async ({ app, shell }) => {
  const page = await app.open()
  const labels = await application(shell).evaluate(({ Menu }) => {
    const walk = (menu: Electron.Menu | null | undefined): string[] =>
      (menu?.items ?? []).flatMap((item) => [item.label, ...walk(item.submenu)])
    return walk(Menu.getApplicationMenu())
  })
  for (const label of [
    'New Post',
    'Import',
    'Export',
    'Undo',
    'Redo',
    'Cut',
    'Copy',
    'Paste',
    'Search',
    'Settings',
    'Shortcuts',
    'About',
  ]) {
    expect(labels.join('\n').toLowerCase()).toContain(label.toLowerCase())
  }
  await application(shell).evaluate(({ Menu, BrowserWindow }) => {
    const find = (menu: Electron.Menu | null | undefined): Electron.MenuItem | undefined => {
      for (const item of menu?.items ?? []) {
        if (/^Site Settings/i.test(item.label)) return item
        const below = find(item.submenu)
        if (below) return below
      }
      return undefined
    }
    find(Menu.getApplicationMenu())?.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
  })
  await expect(siteView(page)).toBeVisible()
})

test('a second start brings the first window forward and ends', async ({ app, shell }) => {
  await app.open()
  const second = spawn(electronBinary(), [root, '--library', app.library, profileOf(app)])
  const code = await new Promise<number | null>((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  expect(application(shell).windows()).toHaveLength(1)
})

test('a crash of the window’s process opens it again, and nothing is lost', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Before the crash', 'Every word of it.')
  await app.close()
  const window = await openBareWindow([root, '--library', app.library, profileOf(app)])
  const shown = async () => String(await window.evaluate('document.body.innerText'))
  await expect.poll(shown, { timeout: 15_000 }).toContain('Every word of it.')
  await window.evaluate('window.before = true')
  await window.crash()
  await expect.poll(() => window.evaluate('String(window.before)'), { timeout: 15_000 }).toBe('undefined')
  await expect.poll(shown, { timeout: 15_000 }).toContain('Every word of it.')
  await window.end()
})

test('after a crash the same post is open, with the cursor where it was', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Where I was', 'One.\n\nTwo.\n\nThree.')
  await app.close()
  const window = await openBareWindow([root, '--library', app.library, profileOf(app)])
  const shown = async () => String(await window.evaluate('document.body.innerText'))
  await expect.poll(shown, { timeout: 15_000 }).toContain('Three.')
  // The keys of a writer: to the second paragraph, a pause, and on.
  await window.evaluate(`(() => {
    const content = document.querySelector('.cm-content')
    content.focus()
    const [, , line] = document.querySelectorAll('.cm-line')
    getSelection().setPosition(line, line.childNodes.length)
    document.execCommand('insertText', false, ' And more.')
  })()`)
  await expect.poll(shown).toContain('Line 3, column 15')
  await window.evaluate('window.before = true')
  // Where the writer is is kept up to two seconds later; the machine may be busy.
  await new Promise((resolve) => setTimeout(resolve, 4000))
  await window.crash()
  await expect.poll(() => window.evaluate('String(window.before)'), { timeout: 15_000 }).toBe('undefined')
  await expect.poll(shown, { timeout: 15_000 }).toContain('Two. And more.')
  await expect.poll(shown).toContain('Line 3, column 15')
  expect(await window.evaluate("document.querySelector('textarea[aria-label=Title]').value")).toBe(
    'Where I was',
  )
  await window.end()
})

test('the exported site is opened in the system’s browser, its folder in the file manager', async ({
  app,
  shell,
}) => {
  const page = await app.open()
  await application(shell).evaluate(({ shell: system }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    system.openExternal = async (url) => void opened.push(url)
    system.openPath = async (path) => String(opened.push(path) && '')
    system.showItemInFolder = (path) => void opened.push(path)
  })
  const opened = () => application(shell).evaluate(() => Reflect.get(globalThis, 'opened') as string[])
  const site = join(app.folder, 'site')
  const exporting = await openExport(page, site)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await exporting.getByRole('button', { name: 'View site' }).click()
  await expect.poll(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//)])
  const [address = ''] = await opened()
  expect(await (await fetch(address)).text()).toContain('<h1')
  await exporting.getByRole('button', { name: 'Show folder' }).click()
  await expect.poll(opened).toHaveLength(2)
  expect((await opened())[1]).toContain(site)
  await exporting.getByRole('button', { name: 'Done' }).click()
  await exportSite(page, site)
})
