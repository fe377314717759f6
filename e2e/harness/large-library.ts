import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './command-line.ts'

/** What the posts of a large library are about; each has two of them as tags. */
const subjects = [
  'caches',
  'clocks',
  'queues',
  'parsers',
  'indexes',
  'sockets',
  'threads',
  'schemas',
] as const

/** How many posts a large library has, and what can be found in it. */
export const large = {
  posts: 10_000,
  /** In the text of exactly one post, of this title. */
  rareWord: 'ornithopter',
  rareTitle: 'Queues and parsers, part 4242',
  /** A tag that exactly this many posts have. */
  tag: 'measured',
  tagged: 500,
} as const

export const titleOf = (index: number) =>
  `${capital(subjects[index % 8] ?? '')} and ${subjects[(index + 1) % 8]}, part ${index}`

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** What is used of the library house, whose sources are of another project for the compiler. */
interface LibraryHouse {
  openLibrary(
    folder: string,
    options: { create: boolean },
  ): {
    transaction(work: () => void): void
    createPost(content: object): unknown
    close(): void
  }
}

/**
 * Makes a library of 10,000 posts in a temporary folder, by the library house itself in one transaction: some
 * seconds, where an import of as many files takes minutes. Give it back with `remove`.
 */
export async function makeLargeLibrary(): Promise<{ readonly path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-large-'))
  const path = join(folder, 'library')
  // Vite takes a process without a mode for one in development, in which Yjs freezes what is written into it.
  process.env.NODE_ENV ??= 'test'
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { openLibrary } = (await vite.ssrLoadModule('/src/library/index.ts')) as LibraryHouse
    const library = openLibrary(path, { create: true })
    library.transaction(() => {
      for (let index = 0; index < large.posts; index++) library.createPost(postOf(index))
    })
    library.close()
  } finally {
    await vite.close()
  }
  return { path, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

function postOf(index: number) {
  const [first = '', second = ''] = [subjects[index % 8], subjects[(index + 1) % 8]]
  const isRare = index === 4242
  // The first post is the newest; a day lies between two.
  const date = new Date(Date.UTC(2026, 9, 1) - index * 86_400_000).toISOString().slice(0, 10)
  return {
    title: titleOf(index),
    summary: `How ${first} and ${second} behave under load, measured for the ${index}th time.`,
    date,
    tags: [first, second, ...(index % (large.posts / large.tagged) === 0 ? [large.tag] : [])],
    status: index % 3 === 0 ? ('draft' as const) : ('published' as const),
    body: `# What ${first} do\n\nThey wait for ${second}. ${isRare ? `Here flies an ${large.rareWord}.` : 'Nothing flies here.'}\n`,
  }
}

/** A copy of a closed library for one test to change. */
export async function copyLibrary(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
}
