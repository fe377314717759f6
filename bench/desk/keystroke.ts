import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startServer } from '../../e2e/harness/browser-shell.ts'
import { runLonghand } from '../../e2e/harness/command-line.ts'
import { findBrowser } from '../../e2e/harness/find-browser.ts'
import { editor, openPost } from '../../e2e/harness/screen.ts'
import { longPost } from '../long-post.ts'
import { memoryFolder } from '../machine.ts'
import { quantile } from '../measure.ts'
import { milliseconds, printTable, times } from '../table.ts'
import { serveBareEditor } from './bare-page.ts'
import { longestTasks } from './tasks.ts'

/** Lines of the posts, and how long a task may take while one types in them. */
const posts = [
  { lines: 1000, longestMs: 16 },
  { lines: 10_000, longestMs: 50 },
] as const
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
 * From a key to the paint that shows it, with the preview open, the draft saved and everything on that reads along,
 * against bare CodeMirror with the same text in the same browser. The two take turns.
 */
export async function benchKeystroke(): Promise<void> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    console.log('\nKeystroke to paint is left out: there is no Chromium. npx playwright install chromium')
    return
  }
  for (const post of posts) {
    const browser = await chromium.launch({ executablePath, args: flags })
    try {
      await measure(browser, post)
    } finally {
      await browser.close()
    }
  }
}

async function measure(browser: Browser, { lines, longestMs }: (typeof posts)[number]): Promise<void> {
  const folder = memoryFolder()
  const library = join(folder, 'library')
  const text = longPost(lines)
  await runLonghand(library, ['new', '--title', 'A long post', '--body', '-'], text)
  const bare = await serveBareEditor(folder, text)
  const server = await startServer(library)
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
    const tasks = {
      ours: await longestTasks(browser, ours, () => type(ours)),
      theirs: await longestTasks(browser, theirs, () => type(theirs)),
    }
    report(lines, taken, tasks, longestMs)
  } finally {
    await server.stop()
    bare.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts the caret some screens down into the text and starts to note how long each key takes to its paint. */
async function prepare(page: Page): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let screen = 0; screen < 10; screen++) await page.keyboard.press('PageDown')
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

interface Both<Measured> {
  readonly ours: Measured
  readonly theirs: Measured
}

function report(
  lines: number,
  { ours, theirs }: Both<readonly number[]>,
  tasks: Both<readonly number[]>,
  longestMs: number,
) {
  const row = (name: string, of: readonly number[], tasksOf: readonly number[]) => [
    name,
    ...[0.5, 0.95, 0.99].map((q) => milliseconds(quantile(of, q))),
    String(of.length),
    milliseconds(Math.max(0, ...tasksOf)),
    String(tasksOf.filter((ms) => ms > longestMs).length),
  ]
  const ratio = [0.5, 0.95, 0.99].map((q) => times(quantile(ours, q) / quantile(theirs, q)))
  printTable(
    `Keystroke to paint in ${lines} lines, preview open`,
    ['', 'p50', 'p95', 'p99', 'keys', 'longest task', `tasks over ${longestMs} ms`],
    [
      row('Longhand', ours, tasks.ours),
      row('bare CodeMirror', theirs, tasks.theirs),
      ['ratio', ...ratio, '', '', ''],
      ['aim', '1.10×', '1.15×', '', '', `${longestMs} ms`, '0'],
    ],
  )
}
