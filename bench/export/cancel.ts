import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/harness/command-line.ts'
import { seeded } from '../../e2e/torture/random.ts'
import { loadSources } from '../load.ts'
import { memoryFolder } from '../machine.ts'
import { quantile } from '../measure.ts'
import { milliseconds, printTable } from '../table.ts'
import { longhand, type Site, writeCorpus } from './contenders.ts'

const posts = Number(process.env.LONGHAND_BENCH_POSTS ?? 1000)
const cancels = Number(process.env.LONGHAND_BENCH_ROUNDS ?? 25)
const aimMs = 200

/** How long it takes from cancelling an export to its end, at random moments of it, as the app exports. */
export async function benchCancel(): Promise<void> {
  const folder = memoryFolder()
  try {
    const corpus = await writeCorpus(folder, posts)
    for (const features of ['matched', 'everything'] as const) {
      const taken = await measureCancels(await longhand(folder, corpus, features))
      const share = (q: number) => milliseconds(quantile(taken, q))
      printTable(
        `Cancelling a cold export of ${posts} posts, ${cancels} times each at a random moment`,
        ['', 'p50', 'p95', 'longest', 'aim'],
        [[features, share(0.5), share(0.95), milliseconds(Math.max(...taken)), `${aimMs} ms`]],
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureCancels(site: Site): Promise<number[]> {
  const sources = await loadSources()
  const worker = join(root, 'out/main/site-worker.js')
  const themeFolder = sources.site.findTheme('broadsheet', { shipped: join(root, 'resources/themes') })
  const job = { libraryPath: site.library, out: site.out, themeFolder }
  const random = seeded(posts)
  const taken: number[] = []
  try {
    const whole = sources.site.createExporter(worker)
    const started = performance.now()
    await whole.run(job)
    const wholeMs = performance.now() - started
    await whole.close()
    while (taken.length < cancels) {
      rmSync(site.out, { recursive: true, force: true })
      site.forget()
      const exporter = sources.site.createExporter(worker)
      const ms = await cancelAfter(random.fraction() * wholeMs, (signal) => exporter.run(job, { signal }))
      await exporter.close()
      if (ms !== undefined) taken.push(ms)
      if (ms !== undefined && existsSync(site.out)) throw new Error('a cancelled export left something')
    }
  } finally {
    await sources.close()
  }
  return taken
}

/** From cancelling to the end, in ms; undefined when it ended before its moment came, or too late to be cancelled. */
async function cancelAfter(
  ms: number,
  run: (signal: AbortSignal) => Promise<unknown>,
): Promise<number | undefined> {
  const cancel = new AbortController()
  let at: number | undefined
  const timer = setTimeout(() => {
    at = performance.now()
    cancel.abort()
  }, ms)
  try {
    await run(cancel.signal)
    return undefined
  } catch (error) {
    if (at === undefined || (error as { code?: unknown }).code !== 'cancelled') throw error
    return performance.now() - at
  } finally {
    clearTimeout(timer)
  }
}
