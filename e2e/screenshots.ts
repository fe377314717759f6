/** `npm run screenshots`: the pictures of the README, of the starter library at 1280 × 800. */
import { join } from 'node:path'
import { root } from './harness/command-line.ts'
import { postList, preview } from './harness/screen.ts'
import { serveFolder } from './harness/static-server.ts'
import { expect, test } from './harness/test.ts'

const picture = (name: string) => join(root, 'docs/images', `${name}.png`)

test('the desk and the exported site, light and dark', async ({ app, browser }) => {
  test.slow()
  await app.open()
  await app.close()
  await app.longhand(['site', 'title=Slow Computing', 'tagline=Notes on caches, clocks and careful programs'])
  await app.longhand(['site', 'baseUrl=https://example.org/', 'author=Ana Moreno'])

  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await app.open()
    await page.emulateMedia({ colorScheme })
    await postList(page).getByRole('option').first().click()
    await expect(preview(page).locator('h1').first()).toBeVisible()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: picture(`desk-${colorScheme}`) })
    await app.close()
  }

  const site = join(app.folder, 'site')
  const exported = await app.longhand(['--json', 'export', '--out', site])
  expect(exported.code, exported.stderr).toBe(0)
  const posts: { slug: string }[] = JSON.parse((await app.longhand(['--json', 'list'])).stdout)
  const server = await serveFolder(site)
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, deviceScaleFactor: 1.25 })
    await page.goto(server.url)
    await page.screenshot({ path: picture(`site-index-${colorScheme}`) })
    await page.goto(`${server.url}posts/${posts[0]?.slug}/`)
    await page.screenshot({ path: picture(`site-post-${colorScheme}`) })
    await page.close()
  }
  server.close()
})
