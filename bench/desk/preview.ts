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
import { milliseconds, printTable } from '../table.ts'

/** Lines of the posts, how long a key may take to the page at p95, and what the first of them has in words. */
const posts = [
  { name: '2,000 words', lines: 620, aimMs: 100 },
  { name: '10,000 lines', lines: 10_000, aimMs: 250 },
] as const
const keys = 120
/** Between two keys, like somebody who types fast. */
const pauseMs = () => 45 + Math.random() * 40

/** From a key to the paint of the preview that shows it, while typing goes on. */
export async function benchPreview(): Promise<void> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    console.log('\nKey to preview is left out: there is no Chromium. npx playwright install chromium')
    return
  }
  const folder = memoryFolder()
  const library = join(folder, 'library')
  for (const { name, lines } of posts)
    await runLonghand(library, ['new', '--title', name, '--body', '-'], longPost(lines))
  const server = await startServer(library)
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] })
  try {
    const rows: string[][] = []
    for (const post of posts) rows.push(await measure(browser, server.url, post))
    printTable(
      'Key to the preview that shows it',
      ['', 'p50', 'p95', 'p99', 'aim for p95', 'longest task'],
      rows,
    )
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, url: string, { name, aimMs }: (typeof posts)[number]) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await openPost(page, name)
  await page.frameLocator('iframe').locator('h2').first().waitFor()
  await goToMiddle(page)
  await watch(page)
  await type(page, 30)
  await page.evaluate(() => Reflect.get(window, 'taken').splice(0))
  await type(page, keys)
  const { taken, longest } = await page.evaluate(() => ({
    taken: Reflect.get(window, 'taken') as number[],
    longest: Math.max(0, ...(Reflect.get(window, 'tasks') as number[])),
  }))
  await page.close()
  if (taken.length < keys)
    console.warn(`${keys - taken.length} keys of ${keys} were never seen in the preview.`)
  const row = [0.5, 0.95, 0.99].map((q) => milliseconds(quantile(taken, q)))
  return [name, ...row, `${aimMs} ms`, longest === 0 ? 'under 50 ms' : milliseconds(longest)]
}

async function goToMiddle(page: Page): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  for (let n = 0; n < 8; n++) await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
}

/** Notes for each key when the first paint comes in which the page has changed after it. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = []
    const tasks: number[] = []
    Object.assign(window, { taken, tasks })
    let waiting: { readonly at: number; readonly length: number }[] = []
    let typed = 0
    const shown = () => document.querySelector('iframe')?.contentDocument?.body.textContent ?? ''
    const count = () => shown().split('z').length - 1
    const before = count()
    addEventListener(
      'keydown',
      (event) => {
        typed++
        waiting.push({ at: event.timeStamp, length: before + typed })
      },
      { capture: true },
    )
    const observer = new MutationObserver(() => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          const now = performance.now()
          const seen = count()
          for (const key of waiting) if (key.length <= seen) taken.push(now - key.at)
          waiting = waiting.filter((key) => key.length > seen)
        }
        port2.postMessage(null)
      })
    })
    const frame = document.querySelector('iframe')?.contentDocument?.body
    if (frame) observer.observe(frame, { subtree: true, childList: true, characterData: true })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
}

async function type(page: Page, count: number): Promise<void> {
  for (let key = 0; key < count; key++) {
    await page.keyboard.press('z')
    await page.waitForTimeout(pauseMs())
  }
  await page.waitForTimeout(600)
}
