import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { desk, exportSite, openPost, preview, writePost } from './harness/screen.ts'
import { expect, test } from './harness/test.ts'

const diagram = `\`\`\`mermaid title="From file to page"
flowchart LR
  accTitle: How a post is read
  A[Read the file] --> B{Is it new?}
  B -->|yes| C[Render it]
\`\`\`
`

test('a diagram is drawn in the app and is on the site as its drawing', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Drawn', `Before.\n\n${diagram}\nAfter.\n`)
  const drawing = preview(page).getByRole('img', { name: 'How a post is read' })
  await expect(drawing).toBeVisible()
  await expect
    .poll(() => drawing.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100)
  await expect(preview(page).locator('figcaption')).toHaveText('From file to page')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(desk(page).getByRole('button', { name: 'Published', exact: true })).toBeVisible()

  const site = join(app.folder, 'site')
  await exportSite(page, site)
  const exported = await readFile(join(site, 'posts/drawn/index.html'), 'utf8')
  const name = /<figure class="diagram"><img src="\/media\/(diagram-[^"]+\.svg)"/.exec(exported)?.[1] ?? ''
  expect(await readdir(join(site, 'media'))).toContain(name)
  const svg = await readFile(join(site, 'media', name), 'utf8')
  const words = svg.replace(/<[^>]*>/g, '')
  for (const label of ['Read the file', 'Is it new?', 'Render it', 'yes']) expect(words).toContain(label)
  expect(svg).not.toMatch(/<style|<script|foreignObject|\sclass=|\sstyle=/)
})

test('a drawing is there again after a restart, without being drawn', async ({ app }) => {
  const page = await app.open()
  await writePost(page, 'Drawn', diagram)
  await expect(preview(page).getByRole('img', { name: 'How a post is read' })).toBeVisible()
  await app.close()
  const again = await app.open()
  await openPost(again, 'Drawn')
  await expect(preview(again).getByRole('img', { name: 'How a post is read' })).toBeVisible()
  await expect(again.locator('iframe[title="Drawing board"]')).toHaveCount(0)
})

test('a diagram with a mistake stays its code, and what is typed next to it is drawn all the same', async ({
  app,
}) => {
  const page = await app.open()
  await writePost(
    page,
    'Mistaken',
    '```mermaid\nflowchart LR\n  A[ -->\n```\n\n```mermaid\npie\n  "Dogs" : 3\n```\n',
  )
  await expect(preview(page).getByRole('img', { name: 'Pie chart: Dogs' })).toBeVisible()
  await expect(preview(page).locator('code.language-mermaid')).toHaveText('flowchart LR\n  A[ -->\n')
})
