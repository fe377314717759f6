import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../e2e/harness/command-line.ts'
import { type Contender, longhand, peers, type Site, takeTurns, writeCorpus } from './export/contenders.ts'
import { measureRunning } from './export/running.ts'
import { memoryFolder } from './machine.ts'
import { measureProgram, median, type Run } from './measure.ts'
import { megabytes, printTable, seconds, times } from './table.ts'

/** LONGHAND_BENCH_POSTS=10000 measures a large site; so does `npm run bench -- export/large`. */
const posts = Number(process.env.LONGHAND_BENCH_POSTS ?? 1000)
const floorProgram = join(import.meta.dirname, 'export', 'floor.mjs')
const rounds = (of: number) => Number(process.env.LONGHAND_BENCH_ROUNDS ?? (of > 2000 ? 2 : 5))

/** What the export has to reach, as a share of a peer's time or in bytes or ms; of 1,000 posts and of 10,000. */
const aims = {
  cold: { Eleventy: ['0.50×', '0.40×'], Hugo: ['0.35×', '0.20×'] },
  changed: { Eleventy: ['0.15×', '0.03×'] },
  same: { Eleventy: ['0.10×', '0.02×'] },
  running: ['100 ms', '150 ms'],
  memory: ['400 MB', '600 MB'],
} as const

/**
 * Export of a corpus of technical posts against Eleventy and Hugo, in memory, the contenders in turns, their
 * features matched: cold, after one post changed, and with nothing changed, each in a new process; after one post
 * changed with the app running; then Longhand's again with all that it can do.
 */
export async function benchExport(count = posts): Promise<void> {
  const folder = memoryFolder()
  try {
    const corpus = await writeCorpus(folder, count)
    const plain = await longhand(folder, corpus, 'matched')
    const contenders = [plain, ...peers(folder, corpus)]
    const n = rounds(count)
    const cold = await takeTurns(contenders, n, async (contender) => {
      rmSync(contender.out, { recursive: true, force: true })
      contender.forget()
      return await contender.build()
    })
    const floor = await measureFloor(folder, corpus, n)
    const changed = await takeTurns(contenders, n, async (contender, round) => {
      await contender.edit(round)
      return await contender.build()
    })
    const same = await takeTurns(contenders, n, (contender) => contender.build())
    const size = count > 2000 ? 1 : 0
    report(`Export of ${count} posts, cold (median of ${n})`, contenders, cold, aims.cold, size)
    printTable(
      'The floor: markdown-it and Lezer over the same posts on all cores, their pages written, nothing else',
      ['', 'wall', 'Longhand takes'],
      [['floor', seconds(floor), times(median((cold[0] ?? []).map((run) => run.wallMs)) / floor)]],
    )
    report(`One post changed, new process (median of ${n})`, contenders, changed, aims.changed, size)
    report(`Nothing changed, new process (median of ${n})`, contenders, same, aims.same, size)
    const running = await measureRunning(plain, n + 3)
    printTable(
      'One post changed, app running',
      ['', 'median', 'fastest', 'aim'],
      [
        [
          'Longhand',
          `${median(running).toFixed(0)} ms`,
          `${Math.min(...running).toFixed(0)} ms`,
          aims.running[size],
        ],
      ],
    )
    await reportEverything(folder, corpus, n)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureFloor(folder: string, corpus: Site['corpus'], n: number): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round <= n; round++) {
    const out = join(folder, 'floor')
    rmSync(out, { recursive: true, force: true })
    const { wallMs } = await measureProgram(process.execPath, [floorProgram, corpus.folder, out], root)
    if (round > 0) taken.push(wallMs)
  }
  return median(taken)
}

type Aims = Readonly<Partial<Record<string, readonly [string, string]>>>

function report(
  heading: string,
  contenders: readonly Contender[],
  runs: readonly Run[][],
  wanted: Aims,
  size: 0 | 1,
) {
  const wall = runs.map((of) => median(of.map((run) => run.wallMs)))
  const peak = runs.map((of) => median(of.map((run) => run.peakBytes)))
  const rows = contenders.map((contender, index) => [
    contender.name,
    seconds(wall[index] ?? 0),
    seconds(Math.min(...(runs[index] ?? []).map((run) => run.wallMs))),
    index === 0 ? '' : times((wall[0] ?? Number.NaN) / (wall[index] ?? Number.NaN)),
    wanted[contender.name]?.[size] ?? '',
    megabytes(peak[index] ?? 0),
    index === 0 ? aims.memory[size] : '',
  ])
  printTable(heading, ['', 'wall', 'fastest', 'Longhand takes', 'aim', 'peak memory', 'aim'], rows)
}

/** Search, pictures, social images, related posts and feeds for tags: nobody to compare with. */
async function reportEverything(folder: string, corpus: Site['corpus'], n: number): Promise<void> {
  const all = await longhand(folder, corpus, 'everything')
  const [cold = []] = await takeTurns([all], Math.min(n, 2), async (contender) => {
    rmSync(contender.out, { recursive: true, force: true })
    contender.forget()
    return await contender.build()
  })
  const [changed = []] = await takeTurns([all], Math.min(n, 2), async (contender, round) => {
    await contender.edit(round)
    return await contender.build()
  })
  const row = (name: string, runs: readonly Run[]) => [
    name,
    seconds(median(runs.map((run) => run.wallMs))),
    megabytes(median(runs.map((run) => run.peakBytes))),
  ]
  printTable(
    'Longhand with search, pictures, social images, related posts and feeds for tags',
    ['', 'wall', 'peak memory'],
    [row('cold', cold), row('one post changed, new process', changed)],
  )
}
