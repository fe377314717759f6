import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runLonghand, runProgram } from '../e2e/harness/command-line.ts'
import { benchCommit } from './library/commit.ts'
import { benchOpening } from './library/opening.ts'
import { benchScreen } from './library/screen.ts'
import { benchSearch } from './library/search.ts'
import { loadSources } from './load.ts'
import { memoryFolder } from './machine.ts'
import { peersFolder } from './peers.ts'

/** Posts of the large library; LONGHAND_BENCH_POSTS=100000 measures the search in a larger one. */
const many = Number(process.env.LONGHAND_BENCH_POSTS ?? 10_000)

export const libraryParts = ['commit', 'opening', 'search', 'screen'] as const
type Part = (typeof libraryParts)[number]

/** The library when it has grown: commits, opening posts with a long past, search, and the screen; or some of them. */
export async function benchLibrary(parts: readonly Part[] = libraryParts): Promise<void> {
  const folder = memoryFolder()
  const sources = await loadSources()
  try {
    if (parts.includes('commit')) benchCommit(sources)
    if (parts.includes('opening')) benchOpening(sources)
    if (!parts.includes('search') && !parts.includes('screen')) return
    const [few, large] = [await makeLibrary(folder, 10), await makeLibrary(folder, many)]
    if (parts.includes('search')) benchSearch(sources, large, many)
    if (parts.includes('screen')) await benchScreen(few, large)
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
