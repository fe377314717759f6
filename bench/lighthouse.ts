import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, runLonghand, runProgram } from '../e2e/harness/command-line.ts'
import { findBrowser } from '../e2e/harness/find-browser.ts'
import { openHost } from './export/host.ts'
import { cacheFolder, memoryFolder } from './machine.ts'
import { printTable } from './table.ts'

const lighthouse = 'lighthouse@12.8.2'
const themes = ['broadsheet', 'column']
const pages = { index: '', post: 'posts/start-here/', 'post with code': 'posts/how-far-apart-are-two-texts/' }
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** What of Lighthouse's report is looked at. */
interface Report {
  readonly lighthouseVersion: string
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null
        readonly scoreDisplayMode: string
        readonly title: string
        readonly details?: { readonly items?: readonly Request[] }
      }
    >
  >
}

interface Request {
  readonly url: string
  readonly resourceType?: string
  readonly resourceSize?: number
}

/**
 * Lighthouse (a phone on a slow line, as it comes) on pages of the starter posts, in each theme. Prints the scores, the
 * bytes of scripts and styles before compression, and the requests to other hosts.
 */
export async function benchLighthouse(): Promise<void> {
  const program = installLighthouse()
  const folder = memoryFolder()
  try {
    const rows: string[][] = []
    for (const theme of themes) {
      const site = join(folder, theme)
      const host = await openHost(site)
      await exportStarter(join(folder, `${theme}-library`), site, host.url, theme)
      for (const [name, path] of Object.entries(pages))
        rows.push([`${theme}, ${name}`, ...rowOf(await judge(program, host.url + path, folder), host.url)])
      host.close()
    }
    printTable(
      `Lighthouse, starter posts`,
      ['', ...categories, 'scripts', 'styles', 'all', 'other hosts'],
      rows,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lighthouse itself is installed once, in the cache: it brings more packages than the whole app has. */
function installLighthouse(): string {
  const installed = join(cacheFolder(), 'lighthouse')
  const program = join(installed, 'node_modules/lighthouse/cli/index.js')
  if (existsSync(program)) return program
  mkdirSync(installed, { recursive: true })
  console.log(`Installing ${lighthouse} into ${installed}`)
  const args = ['install', '--no-fund', '--no-audit', '--ignore-scripts', '--prefix', installed, lighthouse]
  const done = spawnSync('npm', args, { stdio: 'inherit' })
  if (done.status !== 0) throw new Error('Lighthouse could not be installed.')
  return program
}

async function exportStarter(library: string, out: string, baseUrl: string, theme: string): Promise<void> {
  const steps = [
    ['import', join(root, 'resources/starter')],
    [
      'site',
      `baseUrl=${baseUrl}`,
      'title=Longhand',
      'tagline=Notes from the desk',
      'author=Ana',
      `theme=${theme}`,
    ],
    ['export', '--out', out],
  ]
  for (const step of steps) {
    const { code, stderr } = await runLonghand(library, step)
    if (code !== 0) throw new Error(`longhand ${step[0]}: ${stderr}`)
  }
}

async function judge(program: string, url: string, folder: string): Promise<Report> {
  const browser = findBrowser()
  if (browser === undefined) throw new Error('Lighthouse needs a Chromium or Chrome.')
  const out = join(folder, 'report.json')
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking'
  const args = [program, url, '--quiet', '--output=json', `--output-path=${out}`, `--chrome-flags=${flags}`]
  const { code, stderr } = await runProgram(process.execPath, args, { env: { CHROME_PATH: browser } })
  if (code !== 0) throw new Error(`Lighthouse: ${stderr}`)
  return JSON.parse(readFileSync(out, 'utf8')) as Report
}

function rowOf({ categories: found, audits }: Report, url: string): string[] {
  const requests = audits['network-requests']?.details?.items ?? []
  const bytes = (type?: string) =>
    requests
      .filter((request) => type === undefined || request.resourceType === type)
      .reduce((sum, request) => sum + (request.resourceSize ?? 0), 0)
  const foreign = requests.filter(
    (request) => !request.url.startsWith(url) && !request.url.startsWith('data:'),
  )
  const scores = categories.map((name) => Math.round((found[name]?.score ?? 0) * 100))
  if (scores.some((score) => score < 100)) {
    for (const audit of Object.values(audits))
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
        console.log(`  ${audit.score} ${audit.title}`)
  }
  const sizes = ['Script', 'Stylesheet', undefined].map((type) => `${bytes(type)} B`)
  return [...scores.map(String), ...sizes, String(foreign.length)]
}
