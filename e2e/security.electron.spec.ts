import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication } from '@playwright/test'
import { startCanary } from './harness/canary.ts'
import { ElectronShell } from './harness/electron-shell.ts'
import { openPost, preview } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

/** Records what would have been opened outside, instead of opening it. */
async function recordOutside(application: ElectronApplication): Promise<() => Promise<string[]>> {
  await application.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  })
  return () => application.evaluate(() => Reflect.get(globalThis, 'opened'))
}

test('a link in the preview opens in the system’s browser, and only a link of the web or of mail does', async ({
  app,
  shell,
}) => {
  const links =
    '[web](https://example.org/a) [mail](mailto:a@example.org) [file](file:///etc/passwd) [odd](smb://h/x)'
  await app.longhand(['new', '--title', 'Links', '--body', '-'], links)
  const page = await app.open()
  const opened = await recordOutside(application(shell))
  await openPost(page, 'Links')
  await expect(preview(page).getByText('web')).toBeVisible()
  await preview(page).getByRole('link', { name: 'web' }).click()
  await expect.poll(opened).toEqual(['https://example.org/a'])
  await preview(page).getByRole('link', { name: 'mail' }).click()
  await expect.poll(opened).toEqual(['https://example.org/a', 'mailto:a@example.org'])
  for (const name of ['file', 'odd']) await expect(preview(page).getByRole('link', { name })).toHaveCount(0)
  expect(page.url()).toMatch(/^app:\/\//)
})

test('the window can’t be led away: location, redirect, form, new window, frame', async ({ app, shell }) => {
  const canary = await startCanary()
  const redirect = createServer((_, response) => response.writeHead(302, { location: canary.url }).end())
  await new Promise<void>((resolve) => redirect.listen(0, '127.0.0.1', resolve))
  const redirecting = `http://127.0.0.1:${(redirect.address() as AddressInfo).port}/`
  const page = await app.open()
  await recordOutside(application(shell))
  const address = page.url()
  const attempts: ((target: string) => unknown)[] = [
    (target) => location.assign(target),
    (target) => window.open(target),
    (target) => window.open(target, '_top'),
    (target) => {
      const form = document.createElement('form')
      form.action = target
      document.body.append(form)
      form.submit()
    },
    (target) => {
      const frame = document.createElement('iframe')
      frame.src = target
      document.body.append(frame)
    },
    (target) => {
      const link = document.createElement('a')
      link.href = target
      link.target = '_blank'
      document.body.append(link)
      link.click()
    },
  ]
  // Not about:blank: it needs no request, so that Electron has nothing to refuse, and leads nowhere.
  for (const target of [canary.url, redirecting, 'file:///etc/passwd', 'data:text/html,hello']) {
    for (const attempt of attempts) {
      await page.evaluate(attempt, target)
      await page.waitForTimeout(30)
      expect(page.url(), `${attempt} ${target}`).toBe(address)
    }
  }
  expect(canary.hits).toEqual([])
  expect(application(shell).windows()).toHaveLength(1)
  redirect.close()
  await canary.close()
})

test('windows are made with every protection on', async ({ app, shell }) => {
  await app.open()
  const preferences = await application(shell).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    }),
  )
  expect(preferences).toHaveLength(1)
  // An older Electron does not report this one when it is off.
  expect(preferences[0]?.nodeIntegrationInWorker ?? false).toBe(false)
  expect(preferences[0]).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
})

test('the app’s own scheme gives nothing outside the renderer’s folder and the library’s media', async ({
  app,
}) => {
  const page = await app.open()
  const paths = [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/media/../../library.sqlite',
    '/media/%2e%2e%2flibrary.sqlite',
    '/media/..%5clibrary.sqlite',
    '/theme/../../package.json',
    '/theme/broadsheet/..%2f..%2f..%2fpackage.json',
    '/media/%00',
    '//etc/passwd',
    '/media//etc/passwd',
  ]
  for (const path of paths) {
    const answer = await page.evaluate(async (asked) => {
      try {
        const response = await fetch(`app://longhand${asked}`)
        return { ok: response.ok, text: await response.text() }
      } catch {
        return { ok: false, text: '' }
      }
    }, path)
    expect(answer.ok, path).toBe(false)
    expect(answer.text, path).not.toMatch(/"name": "longhand"|SQLite format|root:/)
  }
})

function application(shell: unknown): ElectronApplication {
  if (shell instanceof ElectronShell && shell.application) return shell.application
  throw new Error('Electron is not running')
}
