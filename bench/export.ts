import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine } from '../e2e/harness/command-line.ts'
import { memoryFolder } from './machine.ts'
import { measureProgram, median, type Run } from './measure.ts'
import { type Peer, peersFolder, prepareEleventy, prepareHugo } from './peers.ts'
import { megabytes, printTable, seconds, times } from './table.ts'

const posts = Number(process.env.LONGHAND_BENCH_POSTS ?? 1000)
const rounds = Number(process.env.LONGHAND_BENCH_ROUNDS ?? 5)
/** The post that is edited between two exports: one in the middle, so that its neighbours have to follow. */
const editedPost = `post-${String(Math.ceil(posts / 2)).padStart(5, '0')}`

interface Contender {
  readonly name: string
  readonly out: string
  /** Changes one sentence of one post; not measured. */
  edit(round: number): Promise<void>
  build(): Promise<Run>
}

/**
 * Export of a corpus of 1,000 technical posts against Eleventy and Hugo: every post, and after one post
 * changed. Each build is a new process, in memory; the contenders take turns.
 */
export async function benchExport(): Promise<void> {
  const folder = memoryFolder()
  try {
    const corpus = join(folder, 'corpus')
    await writeCorpus(corpus)
    const contenders = [await longhand(folder, corpus), ...peers(folder, corpus)]
    const cold = await takeTurns(contenders, async (contender) => {
      rmSync(contender.out, { recursive: true, force: true })
      return await contender.build()
    })
    const pages = await Promise.all(contenders.map((contender) => countPages(contender.out)))
    const changed = await takeTurns(contenders, async (contender, round) => {
      await contender.edit(round)
      return await contender.build()
    })
    report(`Export of ${posts} posts, whole (median of ${rounds})`, contenders, cold, pages)
    report(`Export after one post changed (median of ${rounds})`, contenders, changed, pages)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeCorpus(folder: string) {
  const script = join(peersFolder(), 'corpus.mjs')
  await measureProgram(process.execPath, [script, folder, String(posts)], '.')
}

async function longhand(folder: string, corpus: string): Promise<Contender> {
  const library = join(folder, 'library')
  const out = join(folder, 'site')
  const run = (...args: string[]) =>
    measureProgram(process.execPath, [commandLine, '--library', library, ...args], folder)
  const imported = await run('import', corpus)
  await run('site', 'baseUrl=https://example.org/', 'title=Bench')
  console.log(`\nImport of ${posts} posts into a new library: ${seconds(imported.wallMs)}`)
  return {
    name: 'Longhand',
    out,
    edit: async (round) => {
      const [, , ...text] = readFileSync(join(corpus, `${editedPost}.md`), 'utf8').split(/^---$/m)
      const body = join(folder, 'body.md')
      writeFileSync(body, `${text.join('---')}\nEdited for round ${round}.\n`)
      await run('edit', editedPost, '--body', body)
    },
    build: () => run('export', '--out', out),
  }
}

function peers(folder: string, corpus: string): Contender[] {
  const hugo = prepareHugo(join(folder, 'hugo'))
  if (hugo === undefined) console.log('Hugo is left out: there is no `hugo` in the path.')
  return [prepareEleventy(join(folder, 'eleventy')), ...(hugo ? [hugo] : [])].map((peer: Peer) => {
    cpSync(corpus, peer.posts, { recursive: true })
    return {
      name: peer.name,
      out: peer.out,
      edit: async (round) =>
        appendFileSync(join(peer.posts, `${editedPost}.md`), `\nEdited for round ${round}.\n`),
      build: () => measureProgram(peer.program, peer.args, peer.folder),
    }
  })
}

/** Runs of each contender, in alternating order; the first round only warms the file cache. */
async function takeTurns(
  contenders: readonly Contender[],
  run: (contender: Contender, round: number) => Promise<Run>,
): Promise<Run[][]> {
  const runs: Run[][] = contenders.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const measured = await run(contender, round)
      if (round > 0) runs[index]?.push(measured)
    }
  }
  return runs
}

async function countPages(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => file.endsWith('.html')).length
}

function report(heading: string, contenders: readonly Contender[], runs: readonly Run[][], pages: number[]) {
  const wall = runs.map((of) => median(of.map((run) => run.wallMs)))
  const peak = runs.map((of) => median(of.map((run) => run.peakBytes)))
  const share = (values: readonly number[], index: number) =>
    index === 0 ? '' : times((values[0] ?? Number.NaN) / (values[index] ?? Number.NaN))
  printTable(
    heading,
    ['', 'pages', 'wall', 'fastest', 'Longhand takes', 'peak memory', 'Longhand needs'],
    contenders.map((contender, index) => [
      contender.name,
      String(pages[index]),
      seconds(wall[index] ?? 0),
      seconds(Math.min(...(runs[index] ?? []).map((run) => run.wallMs))),
      share(wall, index),
      megabytes(peak[index] ?? 0),
      share(peak, index),
    ]),
  )
}
