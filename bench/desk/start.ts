import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, chromium } from '@playwright/test'
import { startServer } from '../../e2e/harness/browser-shell.ts'
import { root, runLonghand, runProgram } from '../../e2e/harness/command-line.ts'
import { electronBinary } from '../../e2e/harness/electron-shell.ts'
import { findBrowser } from '../../e2e/harness/find-browser.ts'
import { editor } from '../../e2e/harness/screen.ts'
import { longPost } from '../long-post.ts'
import { memoryFolder } from '../machine.ts'
import { median } from '../measure.ts'
import { peersFolder } from '../peers.ts'
import { printTable, seconds, times } from '../table.ts'
import { serveBareEditor } from './bare-page.ts'

const posts = 1000
const rounds = 5
const bareApp = join(import.meta.dirname, 'bare-app')
const aim = 1.5

/**
 * From the start of the process to a post that can be edited, with 1,000 posts in the library, against an Electron
 * app that opens a window with one bare CodeMirror; and the browser shell against that page in the same browser.
 */
export async function benchStart(): Promise<void> {
  const folder = memoryFolder()
  const library = join(folder, 'library')
  try {
    const corpus = join(folder, 'corpus')
    await runProgram(process.execPath, [join(peersFolder(), 'corpus.mjs'), corpus, String(posts)])
    await runLonghand(library, ['import', corpus])
    const bare = await serveBareEditor(folder, longPost(200))
    try {
      await compare('Electron', whyNoElectron(), {
        ours: (round) => startElectron(root, join(folder, `profile-${round}`), ['--library', library]),
        bare: (round) => startElectron(bareApp, join(folder, `bare-${round}`), [], bare.url),
      })
      await compare('browser shell', findBrowser() ? undefined : 'there is no Chromium', {
        ours: () => startBrowserShell(library),
        bare: () => openInBrowser(bare.url, performance.now()),
      })
    } finally {
      bare.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Start = (round: number) => Promise<number>

async function compare(shell: string, missing: string | undefined, start: { ours: Start; bare: Start }) {
  if (missing !== undefined) {
    console.log(`\nThe start of the ${shell} is left out: ${missing}.`)
    return
  }
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  // The first round only warms the file cache.
  for (let round = 0; round <= rounds; round++) {
    const measured = { ours: await start.ours(round), bare: await start.bare(round) }
    if (round === 0) continue
    taken.ours.push(measured.ours)
    taken.bare.push(measured.bare)
  }
  const [ours, bare] = [median(taken.ours), median(taken.bare)]
  printTable(
    `Start to an editable post, ${posts} posts, ${shell} (median of ${rounds})`,
    ['', 'start', 'fastest'],
    [
      ['Longhand', seconds(ours), seconds(Math.min(...taken.ours))],
      ['one bare CodeMirror', seconds(bare), seconds(Math.min(...taken.bare))],
      ['ratio', times(ours / bare), ''],
      ['aim', times(aim), ''],
    ],
  )
}

async function startElectron(
  app: string,
  profile: string,
  args: readonly string[],
  barePage = '',
): Promise<number> {
  const started = performance.now()
  const application = await _electron.launch({
    executablePath: electronBinary(),
    args: [app, ...args, `--user-data-dir=${profile}`],
    env: { ...process.env, LONGHAND_BARE_PAGE: barePage },
  })
  const page = await application.firstWindow()
  await editor(page).waitFor()
  const taken = performance.now() - started
  await application.close()
  return taken
}

async function startBrowserShell(library: string): Promise<number> {
  const started = performance.now()
  const server = await startServer(library)
  const taken = await openInBrowser(server.url, started)
  await server.stop()
  return taken
}

async function openInBrowser(url: string, started: number): Promise<number> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '' })
  const page = await browser.newPage()
  await page.goto(url)
  await editor(page).waitFor()
  const taken = performance.now() - started
  await browser.close()
  return taken
}

function whyNoElectron(): string | undefined {
  if (process.platform === 'linux' && !process.env.DISPLAY)
    return 'there is no display; run it under xvfb-run'
  try {
    electronBinary()
    return undefined
  } catch {
    return 'its binary could not be downloaded'
  }
}
