import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runLonghand, runProgram } from '../e2e/harness/command-line.ts'
import { benchCommit } from './library/commit.ts'
import { loadSources } from './library/load.ts'
import { benchOpening } from './library/opening.ts'
import { benchScreen } from './library/screen.ts'
import { benchSearch } from './library/search.ts'
import { memoryFolder } from './machine.ts'
import { peersFolder } from './peers.ts'

/** Posts of the large library; LONGHAND_BENCH_POSTS=100000 measures the search in a larger one. */
const many = Number(process.env.LONGHAND_BENCH_POSTS ?? 10_000)

/** The library when it has grown: commits, opening posts with a long past, search, and the screen. */
export async function benchLibrary(): Promise<void> {
  const folder = memoryFolder()
  const sources = await loadSources()
  try {
    benchCommit(sources)
    benchOpening(sources)
    const [few, large] = [await makeLibrary(folder, 10), await makeLibrary(folder, many)]
    benchSearch(sources, large, many)
    await benchScreen(few, large)
  } finally {
    await sources.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeLibrary(folder: string, posts: number): Promise<string> {
  const corpus = join(folder, `corpus-${posts}`)
  const library = join(folder, `library-${posts}`)
  await runProgram(process.execPath, [join(peersFolder(), 'corpus.mjs'), corpus, String(posts)])
  await runLonghand(library, ['import', corpus])
  rmSync(corpus, { recursive: true })
  return library
}
