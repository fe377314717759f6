import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, chromium, type Page } from '@playwright/test'
import { startServer } from '../../e2e/harness/browser-shell.ts'
import { root } from '../../e2e/harness/command-line.ts'
import { electronBinary } from '../../e2e/harness/electron-shell.ts'
import { findBrowser } from '../../e2e/harness/find-browser.ts'
import { postList } from '../../e2e/harness/screen.ts'
import { memoryFolder } from '../machine.ts'
import { median } from '../measure.ts'
import { printTable, seconds, times } from '../table.ts'

const rounds = 5
/** The longest that a frame may take while the list scrolls. */
const longFrameMs = 50

interface Started {
  readonly page: Page
  readonly pid: number
  readonly stop: () => Promise<unknown>
}
type Start = (library: string) => Promise<Started>

/**
 * The screen with many posts against the screen with few: cold start to the list, memory of all its processes,
 * and the frames while the whole list scrolls by. The aims: at most 1.3 times, at most 50 MB more, no frame
 * above 50 ms.
 * @param few a library of 10 posts, @param many one of 10,000
 */
export async function benchScreen(few: string, many: string): Promise<void> {
  const shells: Record<string, Start | undefined> = {
    Electron: process.env.DISPLAY === undefined ? undefined : startElectron,
    'browser shell': findBrowser() === undefined ? undefined : startBrowserShell,
  }
  for (const [name, start] of Object.entries(shells)) {
    if (start === undefined) console.log(`\n${name} is left out: it or a display is missing.`)
    else await compare(name, start, few, many)
  }
}

async function compare(name: string, start: Start, few: string, many: string): Promise<void> {
  const taken: Record<'few' | 'many', { start: number[]; memory: number[] }> = {
    few: { start: [], memory: [] },
    many: { start: [], memory: [] },
  }
  let frames: number[] = []
  // The first round only warms the file cache.
  for (let round = 0; round <= rounds; round++) {
    for (const [which, library] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const started = performance.now()
      const app = await start(library)
      await postList(app.page).getByRole('option').first().waitFor()
      const ms = performance.now() - started
      await app.page.waitForTimeout(1500)
      if (round > 0) {
        taken[which].start.push(ms)
        taken[which].memory.push(memoryOfTree(app.pid))
      }
      if (which === 'many' && round === rounds) frames = await scrollThrough(app.page)
      await app.stop()
    }
  }
  const of = (which: 'few' | 'many') => [median(taken[which].start), median(taken[which].memory)] as const
  const [[fewStart = 0, fewBytes = 0], [manyStart = 0, manyBytes = 0]] = [of('few'), of('many')]
  const long = frames.filter((ms) => ms > longFrameMs).length
  printTable(
    `${name}: 10,000 posts against 10 (median of ${rounds})`,
    ['', '10 posts', '10,000', 'difference', 'aim'],
    [
      ['cold start to the list', seconds(fewStart), seconds(manyStart), times(manyStart / fewStart), '1.30×'],
      ['memory of all processes', mb(fewBytes), mb(manyBytes), signed(manyBytes - fewBytes), '+50 MB'],
      [
        'longest frame of the whole list',
        '',
        `${Math.max(...frames).toFixed(0)} ms`,
        `${long} above 50`,
        '0',
      ],
    ],
  )
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const signed = (bytes: number) => `${bytes < 0 ? '−' : '+'}${mb(Math.abs(bytes))}`

async function startElectron(library: string): Promise<Started> {
  const profile = memoryFolder()
  const application = await _electron.launch({
    executablePath: electronBinary(),
    args: [root, '--library', library, `--user-data-dir=${profile}`],
  })
  const stop = async () => {
    await application.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { page: await application.firstWindow(), pid: application.process().pid ?? 0, stop }
}

async function startBrowserShell(library: string): Promise<Started> {
  const server = await startServer(library)
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '' })
  const page = await browser.newPage()
  await page.goto(server.url)
  const stop = async () => {
    await browser.close()
    await server.stop()
  }
  // Playwright does not tell the browser's process; both are children of this one.
  return { page, pid: process.pid, stop }
}

/** Scrolls from the first post to the last, a screen and a half a frame; how long each frame took, in ms. */
async function scrollThrough(page: Page): Promise<number[]> {
  return await postList(page).evaluate(async (list) => {
    const scroller = list.closest('[data-pane-focus]') ?? list
    const taken: number[] = []
    let before = await new Promise<number>(requestAnimationFrame)
    const step = Math.max(1, scroller.scrollHeight / 600)
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      const top = scroller.scrollTop
      scroller.scrollTop += step
      const now = await new Promise<number>(requestAnimationFrame)
      taken.push(now - before)
      before = now
      if (scroller.scrollTop === top) break
    }
    return taken
  })
}

/** What a process and all that it started share out among them, in bytes: no page is counted twice. */
function memoryOfTree(pid: number): number {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const parent = /^PPid:\s+(\d+)$/m.exec(readOr(join('/proc', name, 'status'), ''))?.[1]
    if (/^\d+$/.test(name) && parent !== undefined)
      children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)])
  }
  const ofTree = (root: number): number =>
    proportionalBytes(root) + (children.get(root) ?? []).reduce((sum, child) => sum + ofTree(child), 0)
  // This process is the bench and not the app.
  return pid === process.pid ? ofTree(pid) - proportionalBytes(pid) : ofTree(pid)
}

function proportionalBytes(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`, ''))?.[1] ?? 0) * 1024
}

function readOr(file: string, fallback: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return fallback // The process ended meanwhile, or there is no /proc.
  }
}
