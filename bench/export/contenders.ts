import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine } from '../../e2e/harness/command-line.ts'
import { measureProgram, type Run } from '../measure.ts'
import { type Peer, peersFolder, prepareEleventy, prepareHugo } from '../peers.ts'
import { seconds } from '../table.ts'

/** The posts to export, and one in the middle that is edited, so that its neighbours have to follow. */
interface Corpus {
  readonly folder: string
  readonly posts: number
  readonly edited: string
}

export interface Contender {
  readonly name: string
  readonly out: string
  /** Changes one sentence of one post; not measured. */
  edit(round: number): Promise<void>
  /** Forgets what it remembers of earlier builds. */
  forget(): void
  build(): Promise<Run>
}

/** Longhand's own site. */
export interface Site extends Contender {
  readonly library: string
  readonly corpus: Corpus
}

export async function writeCorpus(folder: string, posts: number): Promise<Corpus> {
  const corpus = join(folder, 'corpus')
  await measureProgram(process.execPath, [join(peersFolder(), 'corpus.mjs'), corpus, String(posts)], '.')
  return { folder: corpus, posts, edited: `post-${String(Math.ceil(posts / 2)).padStart(5, '0')}` }
}

/** What the sites of the peers have not. */
const extras = ['search', 'images', 'socialImages', 'tagFeeds']

/** @param features those of the peers alone, or all */
export async function longhand(
  folder: string,
  corpus: Corpus,
  features: 'matched' | 'everything',
): Promise<Site> {
  const library = join(folder, `library-${features}`)
  const out = join(folder, `site-${features}`)
  const run = (...args: string[]) =>
    measureProgram(process.execPath, [commandLine, '--library', library, ...args], folder)
  const imported = await run('import', corpus.folder)
  const off = features === 'matched' ? [...extras.map((name) => `${name}=false`), 'related=0'] : []
  await run('site', 'baseUrl=https://example.org/', 'title=Bench', ...off)
  if (features === 'matched')
    console.log(`\nImport of ${corpus.posts} posts into a new library: ${seconds(imported.wallMs)}`)
  return {
    name: 'Longhand',
    out,
    library,
    corpus,
    edit: async (round) => {
      const [, , ...text] = readFileSync(join(corpus.folder, `${corpus.edited}.md`), 'utf8').split(/^---$/m)
      const body = join(folder, 'body.md')
      writeFileSync(body, `${text.join('---')}\nEdited for round ${round}.\n`)
      await run('edit', corpus.edited, '--body', body)
      await run('release', corpus.edited)
    },
    forget: () => rmSync(join(library, 'cache'), { recursive: true, force: true }),
    build: () => run('export', '--out', out),
  }
}

export function peers(folder: string, corpus: Corpus): Contender[] {
  const hugo = prepareHugo(join(folder, 'hugo'))
  if (hugo === undefined) console.log('Hugo is left out: there is no `hugo` in the path.')
  return [prepareEleventy(join(folder, 'eleventy')), ...(hugo ? [hugo] : [])].map((peer: Peer) => {
    cpSync(corpus.folder, peer.posts, { recursive: true })
    return {
      name: peer.name,
      out: peer.out,
      edit: async (round) =>
        appendFileSync(join(peer.posts, `${corpus.edited}.md`), `\nEdited for round ${round}.\n`),
      forget: () => undefined,
      build: () => measureProgram(peer.program, peer.args, peer.folder),
    }
  })
}

/** Runs of each contender, in alternating order; the first round only warms the file cache. */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
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
