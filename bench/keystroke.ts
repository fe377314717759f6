import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { startServer } from '../e2e/harness/browser-shell.ts'
import { runLonghand } from '../e2e/harness/command-line.ts'
import { findBrowser } from '../e2e/harness/find-browser.ts'
import { editor, openPost } from '../e2e/harness/screen.ts'
import { serveFolder } from '../e2e/harness/static-server.ts'
import { longPost } from './long-post.ts'
import { memoryFolder } from './machine.ts'
import { quantile } from './measure.ts'
import { milliseconds, printTable, times } from './table.ts'

const lines = 1000
const rounds = 6
const keysPerRound = 60
/** Between two keys, like somebody who types fast; a steady beat would meet the screen's own at one phase. */
const pauseMs = () => 45 + Math.random() * 40

/**
 * Chromium's navigation predictor follows the links of pages that it picks at random and makes a frame every
 * 100 ms for it, which a letter has to wait for; Electron has none. Left on, each run measures another thing.
 */
const flags = ['--disable-gpu', '--disable-features=NavigationPredictor']

/**
 * From a key to the paint that shows it, in a post of 1,000 lines with the preview open, against bare
 * CodeMirror with the same text in the same browser. The two take turns. The aim: p95 at most 1.5 times.
 */
export async function benchKeystroke(): Promise<void> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    console.log('\nKeystroke to paint is left out: there is no Chromium. npx playwright install chromium')
    return
  }
  const folder = memoryFolder()
  const library = join(folder, 'library')
  const text = longPost(lines)
  await runLonghand(library, ['new', '--title', 'A long post', '--body', '-'], text)
  const bare = await serveBareEditor(folder, text)
  const server = await startServer(library)
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const ours = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await ours.goto(server.url)
    await openPost(ours, 'A long post')
    await ours.frameLocator('iframe').locator('h2').first().waitFor()
    const theirs = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await theirs.goto(bare.url)
    await prepare(ours)
    await prepare(theirs)
    const taken: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    // The first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      const measured = { ours: await type(ours), theirs: await type(theirs) }
      if (round === 0) continue
      taken.ours.push(...measured.ours)
      taken.theirs.push(...measured.theirs)
    }
    report(taken.ours, taken.theirs)
  } finally {
    await browser.close()
    await server.stop()
    bare.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function serveBareEditor(folder: string, text: string) {
  const outDir = join(folder, 'bare')
  const root = join(import.meta.dirname, 'bare-editor')
  await build({ root, logLevel: 'warn', configFile: false, build: { outDir, target: 'esnext' } })
  writeFileSync(join(outDir, 'post.md'), text)
  return await serveFolder(outDir)
}

/** Puts the caret into the middle of the text and starts to note how long each key takes to its paint. */
async function prepare(page: Page): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < lines / 2; line += 50) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    const note = (event: KeyboardEvent) =>
      // The frame's callback runs before its paint; a message sent from it arrives after.
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => taken.push(performance.now() - event.timeStamp)
        channel.port2.postMessage(null)
      })
    addEventListener('keydown', note, { capture: true })
  })
}

/** Types a stretch of prose; what each key took, in ms. */
async function type(page: Page): Promise<number[]> {
  const prose = 'the quick brown fox jumps over a lazy dog and goes on '
  await page.bringToFront()
  await page.waitForTimeout(500)
  await page.evaluate(() => Reflect.get(window, 'taken').splice(0))
  for (let key = 0; key < keysPerRound; key++) {
    const letter = prose[key % prose.length] ?? 'x'
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(pauseMs())
  }
  return await page.evaluate(() => Reflect.get(window, 'taken'))
}

function report(ours: readonly number[], theirs: readonly number[]) {
  const row = (name: string, of: readonly number[]) => [
    name,
    ...[0.5, 0.95, 0.99].map((q) => milliseconds(quantile(of, q))),
    String(of.length),
  ]
  const ratio = [0.5, 0.95, 0.99].map((q) => times(quantile(ours, q) / quantile(theirs, q)))
  printTable(
    `Keystroke to paint in ${lines} lines, preview open (aim: p95 at most 1.50×)`,
    ['', 'p50', 'p95', 'p99', 'keys'],
    [row('Longhand', ours), row('bare CodeMirror', theirs), ['ratio', ...ratio, '']],
  )
}
