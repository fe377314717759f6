import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './harness/app.ts'
import { barriers } from './harness/barriers.ts'
import { hostilePost, startCanary } from './harness/canary.ts'
import { deadLinks } from './harness/dead-links.ts'
import { filesIn } from './harness/folders.ts'
import { serveFolder } from './harness/static-server.ts'
import { expect, test } from './harness/test.ts'
import { invalidPages } from './harness/validate-html.ts'

/** Exports the starter library, which `open` has made, by the command line. */
async function exportStarter(
  app: App,
  theme = 'broadsheet',
  more: readonly string[][] = [],
): Promise<string> {
  await app.open()
  await app.close()
  await app.longhand(['site', 'baseUrl=https://example.org/', 'author=Ana', `theme=${theme}`])
  const site = join(app.folder, 'site')
  for (const args of [...more, ['--json', 'export', '--out', site]]) {
    const done = await app.longhand(args)
    expect(done.code, done.stderr).toBe(0)
  }
  return site
}

/** As `exportStarter`, with so many posts, in a series, and a page beside them that the site has pages of every kind. */
async function exportEveryKind(app: App, theme: string): Promise<{ site: string; pages: string[] }> {
  const posts = join(app.folder, 'more')
  await mkdir(posts)
  for (let n = 1; n <= 12; n++) {
    const fields = `title: Part ${n}\ndate: 2024-03-${10 + n}\ntags: [parts]\nseries: A long walk`
    await writeFile(join(posts, `part-${n}.md`), `---\n${fields}\n---\n\nStep ${n}.\n`)
  }
  const page = ['new', '--title', 'About', '--page', '--publish']
  const site = await exportStarter(app, theme, [['import', posts], page])
  const pages = (await filesIn(site)).filter((file) => file.endsWith('.html'))
  const kinds = ['index', 'page/2/index', 'posts/start-here/index', 'posts/part-7/index', 'about/index']
  kinds.push(
    'tags/index',
    'tags/parts/index',
    'archive/index',
    'archive/2024/index',
    'series/a-long-walk/index',
  )
  kinds.push('author/index', 'search/index', '404')
  expect(pages).toEqual(expect.arrayContaining(kinds.map((kind) => `${kind}.html`)))
  return { site, pages }
}

test('the site of the starter posts is valid, and no link inside it is dead', async ({ app }) => {
  const site = await exportStarter(app)
  const files = await filesIn(site)
  for (const file of ['index.html', 'feed.xml', 'sitemap.xml', 'robots.txt', '404.html', 'tags/index.html']) {
    expect(files).toContain(file)
  }
  expect(await deadLinks(site)).toEqual([])
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => join(site, file))
  expect(pages.length).toBeGreaterThan(8)
  expect(await invalidPages(pages)).toEqual([])
})

for (const theme of ['broadsheet', 'column']) {
  test(`pages of every kind are valid in ${theme}, and no link in them is dead`, async ({ app }) => {
    const { site, pages } = await exportEveryKind(app, theme)
    expect(await deadLinks(site, '/', 'https://example.org')).toEqual([])
    expect(await invalidPages(pages.map((file) => join(site, file)))).toEqual([])
  })
}

test('the dead-link checker finds a dead link', async ({ app }) => {
  const site = await exportStarter(app)
  await appendFile(join(site, 'index.html'), '<a href="/nowhere/">x</a><a href="#no-such-place">y</a>')
  expect(await deadLinks(site)).toEqual(['index.html → #no-such-place', 'index.html → /nowhere/'])
})

const looks = ['broadsheet', 'column'].flatMap((theme) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ theme, colorScheme })),
)
for (const { theme, colorScheme } of looks) {
  test(`no page of ${theme} has a barrier that axe can see, in ${colorScheme}`, async ({ app, browser }) => {
    test.slow()
    const { site, pages } = await exportEveryKind(app, theme)
    const server = await serveFolder(site)
    const page = await browser.newPage({ colorScheme })
    // Of pages that are alike, the first of each kind.
    const alike = [/^tags\/.+\/index\.html$/, /^posts\/part-/, /^archive\/\d+\//].flatMap((kind) =>
      pages.filter((file) => kind.test(file)).slice(1),
    )
    for (const path of pages.filter((file) => !alike.includes(file))) {
      await page.goto(server.url + path.replace(/index\.html$/, ''))
      expect(await barriers(page), path).toEqual([])
    }
    await page.close()
    server.close()
  })
}

test('light or dark is chosen and remembered; code is copied; nothing is wider than a narrow phone', async ({
  app,
  browser,
}) => {
  const site = await exportStarter(app)
  const server = await serveFolder(site)
  const context = await browser.newContext({
    colorScheme: 'light',
    viewport: { width: 320, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.goto(server.url)
  const light = await ground()
  await page.getByRole('button', { name: 'Dark colours', pressed: false }).click()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.goto(`${server.url}posts/how-far-apart-are-two-texts/`)
  expect(await ground()).toBe(dark)
  await page.getByRole('button', { name: 'Copy' }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('def distance(a: str, b: str)')
  for (const file of (await filesIn(site)).filter((name) => name.endsWith('.html'))) {
    await page.goto(server.url + file.replace(/index\.html$/, ''))
    const { wider, scripts } = await page.evaluate(() => ({
      wider: document.documentElement.scrollWidth - window.innerWidth,
      scripts: [...document.scripts]
        .filter(({ type }) => type === '')
        .map(({ src }) => new URL(src).pathname),
    }))
    expect(wider, file).toBeLessThanOrEqual(0)
    for (const script of scripts) expect(script, file).toMatch(/^\/assets\/(site|search)-/)
  }
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Dark colours', pressed: true }).click()
  await page.reload()
  expect(await ground()).toBe(light)
  await context.close()
  server.close()
})

test('the page of a hostile post runs nothing where scripts could run', async ({ app, browser }) => {
  const canary = await startCanary()
  await app.longhand(['new', '--title', 'Hostile', '--publish', '--body', '-'], hostilePost(canary.url))
  const site = join(app.folder, 'site')
  expect((await app.longhand(['export', '--out', site])).code).toBe(0)
  const server = await serveFolder(site)
  const page = await browser.newPage()
  await page.goto(`${server.url}posts/hostile/`)
  await page.mouse.move(200, 200)
  for (const link of await page.locator('article a[href], article button, article summary').all()) {
    await link
      .click({ force: true, timeout: 500, noWaitAfter: true })
      .catch(() => 'out of reach, which is fine')
  }
  await page.goto(`${server.url}posts/hostile/`)
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  // Pictures and sounds of other sites are the writer's choice; nothing else may be asked for.
  const media = /^\/(image|markdown-image|poster|video|audio|source)$/
  expect(canary.hits.filter((path) => !media.test(path))).toEqual([])
  expect(await readFile(join(site, 'posts/hostile/index.html'), 'utf8')).toContain('styled')
  await page.close()
  server.close()
  await canary.close()
})
