import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hostilePost, startCanary } from './harness/canary.ts'
import { appendText, exportSite, openPost, preview, titleBox } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

/** Whether a script of a post has run in the window or in any frame of it. */
async function hasRun(page: Page): Promise<boolean> {
  const flags = page.frames().map((frame) => frame.evaluate(() => 'pwned' in window))
  return (await Promise.all(flags)).includes(true)
}

test('a hostile post runs nothing, loads nothing and goes nowhere', async ({ app }) => {
  const canary = await startCanary()
  await app.longhand(['new', '--title', 'Hostile', '--publish', '--body', '-'], hostilePost(canary.url))
  const page = await app.open()
  const address = page.url()
  const opened: string[] = []
  page.context().on('page', (other) => opened.push(other.url()))
  page.on('dialog', (shown) => opened.push(shown.message()))
  await openPost(page, 'Hostile')
  await expect(preview(page).getByText('styled')).toBeVisible()
  await appendText(page, '\n\nThe end of it.\n')
  await expect(preview(page).getByText('The end of it.')).toBeVisible()
  for (const link of await preview(page).locator('a[href], button, summary').all()) {
    await link.click({ force: true, timeout: 1000 }).catch(() => 'out of reach, which is fine')
  }
  expect(await hasRun(page)).toBe(false)
  expect(canary.hits).toEqual([])
  expect(opened).toEqual([])
  expect(page.url()).toBe(address)
  await expect(titleBox(page)).toHaveValue('Hostile')

  await exportSite(page, join(app.folder, 'site'))
  const exported = await readFile(join(app.folder, 'site/posts/hostile/index.html'), 'utf8')
  const tags = exported.match(/<[a-z][^>]*>/gi) ?? []
  // The theme's own script is a file of the site, as are its styles.
  const forbidden =
    /^<(script(?! type="application\/ld\+json">| src="\/assets\/site-[0-9a-f]+\.js")|iframe|object|embed|form|base|link rel="prefetch)|\son\w+\s*=|http-equiv="refresh/i
  expect(tags.filter((tag) => forbidden.test(tag))).toEqual([])
  expect(tags.filter((tag) => /=\s*["']?\s*(javascript|vbscript|data:text)/i.test(tag))).toEqual([])
  await canary.close()
})

test('a title, a tag and a summary are text wherever they are shown', async ({ app }) => {
  const attack = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
  await app.longhand(
    ['new', '--title', attack, '--summary', attack, '--tag', attack, '--publish', '--body', '-'],
    'Text.',
  )
  await app.longhand(['site', `title=${attack}`, `tagline=${attack}`])
  const page = await app.open()
  await openPost(page, attack)
  await expect(preview(page).getByText('Text.')).toBeVisible()
  expect(await hasRun(page)).toBe(false)
  await exportSite(page, join(app.folder, 'site'))
  for (const file of ['index.html', 'feed.xml', 'tags/index.html']) {
    const text = await readFile(join(app.folder, 'site', file), 'utf8')
    expect(text, file).not.toContain('<img src=x')
    expect(text, file).not.toContain('<script>window')
  }
})

test('the page has no Node', async ({ app }) => {
  const page = await app.open()
  const node = ['process', 'require', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname']
  const found = await page.evaluate((names) => names.filter((name) => name in window), node)
  expect(found).toEqual([])
})

test('the content security policy stops a foreign script, image and request, and inline scripts', async ({
  app,
}) => {
  const page = await app.open()
  const blocked = await page.evaluate(async () => {
    const directives: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
    const inline = document.createElement('script')
    const foreign = document.createElement('script')
    try {
      inline.textContent = 'window.pwned = 1'
      foreign.src = 'https://example.org/x.js'
    } catch {
      directives.push('trusted types refused the script')
    }
    document.head.append(inline, foreign)
    const image = new Image()
    image.src = 'https://example.org/x.png'
    const sent = await fetch('https://example.org/').then(
      () => 'sent',
      () => 'refused',
    )
    await new Promise((done) => setTimeout(done, 300))
    return { directives, sent, pwned: 'pwned' in window }
  })
  expect(blocked.pwned).toBe(false)
  expect(blocked.sent).toBe('refused')
  expect(blocked.directives).toEqual(expect.arrayContaining(['img-src', 'connect-src']))
  expect(blocked.directives.join()).toMatch(/script-src|trusted types/)
})

test('permissions are denied', async ({ app }) => {
  const page = await app.open()
  const states = await page.evaluate(async () => {
    const ask = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state)
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    )
    return {
      camera: camera ?? 'refused',
      notifications: await ask('notifications'),
      place: await ask('geolocation'),
    }
  })
  expect(states.camera).toBe('refused')
  expect(states.notifications).not.toBe('granted')
  expect(states.place).not.toBe('granted')
})
