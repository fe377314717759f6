import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { startServer } from '../../e2e/harness/browser-shell.ts'
import { runLonghand } from '../../e2e/harness/command-line.ts'
import { findBrowser } from '../../e2e/harness/find-browser.ts'
import { openPost } from '../../e2e/harness/screen.ts'
import { longPost } from '../long-post.ts'
import { memoryFolder } from '../machine.ts'
import { quantile } from '../measure.ts'
import { megabytes, milliseconds, printTable, times } from '../table.ts'

const posts = 20
/** About 2,000 words each. */
const lines = 620
const warmUp = 20
const switches = 200

/** From the key for the next post to the paint of its text, and what the page holds after many switches. */
export async function benchSwitching(): Promise<void> {
  const executablePath = findBrowser()
  if (executablePath === undefined) {
    console.log('\nSwitching is left out: there is no Chromium. npx playwright install chromium')
    return
  }
  const folder = memoryFolder()
  const library = join(folder, 'library')
  for (let n = 1; n <= posts; n++) {
    const text = `Post number ${n} begins here.\n\n${longPost(lines)}`
    await runLonghand(library, ['new', '--title', `Post ${n}`, '--body', '-'], text)
  }
  const server = await startServer(library)
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(server.url)
    await openPost(page, `Post ${posts}`)
    const session = await page.context().newCDPSession(page)
    await watch(page)
    await goRound(page, 0, warmUp)
    const early = await heapOf(session)
    const taken = await goRound(page, warmUp, switches)
    report(taken, early, await heapOf(session))
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Notes for each key how long it takes until another first line is painted. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    const shown = () => document.querySelector('.cm-content .cm-line')?.textContent ?? ''
    addEventListener(
      'keydown',
      (event) => {
        if (!event.key.startsWith('Arrow')) return
        const before = shown()
        const look = () => {
          const now = shown()
          if (now === before || !now.startsWith('Post number')) {
            requestAnimationFrame(look)
            return
          }
          // The frame's callback runs before its paint; a message sent from it arrives after.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => taken.push(performance.now() - event.timeStamp)
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      },
      { capture: true },
    )
  })
}

/** Goes down the list and up again, from one switch of the whole way to another; what each took, in ms. */
async function goRound(page: Page, from: number, to: number): Promise<number[]> {
  await page.evaluate(() => Reflect.get(window, 'taken').splice(0))
  for (let n = from; n < to; n++) {
    const isDown = Math.floor(n / (posts - 1)) % 2 === 0
    await page.keyboard.press(`ControlOrMeta+Alt+Arrow${isDown ? 'Down' : 'Up'}`)
    await page.waitForFunction((wanted) => Reflect.get(window, 'taken').length === wanted, n - from + 1)
    await page.waitForTimeout(60)
  }
  return await page.evaluate(() => Reflect.get(window, 'taken').slice())
}

/** Bytes that the page's scripts hold. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

function report(taken: readonly number[], early: number, late: number) {
  printTable(
    `Switching between ${posts} posts of 2,000 words, ${taken.length} times`,
    ['', 'p50', 'p95', 'p99'],
    [
      ['to painted text', ...[0.5, 0.95, 0.99].map((q) => milliseconds(quantile(taken, q)))],
      ['aim', '', '50 ms', ''],
    ],
  )
  printTable(
    'Memory of the page’s scripts',
    ['', `after ${warmUp} switches`, `after ${switches}`, 'ratio', 'aim'],
    [['Longhand', megabytes(early), megabytes(late), times(late / early), '1.10×']],
  )
}
