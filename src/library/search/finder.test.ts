import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../library'
import { openLibrary } from '../open-library'
import { type Finder, openFinder } from './finder'

// Inside the project, so that the worker finds better-sqlite3 as the built app does.
const built = resolve('node_modules/.cache/longhand-library-worker')
const workerFile = join(built, 'library-worker.cjs')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve('src/library/search/worker.ts'),
      outDir: built,
      target: 'node18',
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: 'library-worker.cjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
}, 60_000)
afterAll(() => rmSync(built, { recursive: true, force: true }))

let folder: string
let library: Library
let finder: Finder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-finder-'))
  library = openLibrary(join(folder, 'library'), { create: true })
  finder = openFinder(library, workerFile)
})
afterEach(async () => {
  await finder.close()
  library.close()
  rmSync(folder, { recursive: true })
})

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => 'found',
    (error: { code: string }) => error.code,
  )

describe('matches, in a worker of their own', () => {
  const pattern = (find: string) => ({
    find,
    replace: 'x',
    matchesCase: false,
    wholeWords: false,
    isRegExp: true,
  })

  it('are those found here', async () => {
    library.createPost({ title: 'Otter', body: 'swims' })
    expect(await finder.matches(pattern('sw.'), 20)).toEqual(library.findMatches(pattern('sw.'), 20))
    expect(await failureOf(finder.matches(pattern('('), 20))).toBe('bad-input')
  })

  it('of an expression without end can be cancelled', async () => {
    library.createPost({ title: 'Otter', body: `${'a'.repeat(60)}b` })
    const controller = new AbortController()
    const found = failureOf(finder.matches(pattern('(a+)+$'), 20, controller.signal))
    setTimeout(() => controller.abort(), 200)
    expect(await found).toBe('cancelled')
    expect((await finder.matches(pattern('b'), 20)).total).toBe(1)
  })
})

describe('a search in a worker', () => {
  it('finds what a search here finds, and what was written a moment ago', async () => {
    library.createPost({ title: 'Otter', body: 'swims', tags: ['river'] })
    expect(await finder.search('swim', 20)).toEqual(library.search('swim', { limit: 20 }))
    const { id } = library.createPost({ title: 'Beaver', body: 'swims as well' })
    expect((await finder.search('swim', 20)).map((hit) => hit.title).sort()).toEqual(['Beaver', 'Otter'])
    library.setBody(id, 'builds')
    expect((await finder.search('swim', 20)).map((hit) => hit.title)).toEqual(['Otter'])
    expect(await finder.quickOpen('btr', 20)).toEqual([])
    expect(await finder.quickOpen('bvr', 20)).toEqual(library.quickOpen('bvr', 20))
    library.setPost(id, { title: 'Builder' })
    expect(await finder.quickOpen('bvr', 20)).toEqual([])
  })

  it('forgets those that were cancelled and answers the last', async () => {
    library.createPost({ title: 'Otter' })
    const typed = ['o', 'ot', 'ott', 'otte'].map((query) => {
      const typing = new AbortController()
      const outcome = failureOf(finder.search(query, 20, typing.signal))
      typing.abort()
      return outcome
    })
    const last = finder.search('otter', 20)
    expect(await Promise.all(typed)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
    expect((await last).length).toBe(1)
    expect(await failureOf(finder.search('otter', 20, AbortSignal.abort()))).toBe('cancelled')
  })

  it('brings up many posts before it answers', async () => {
    library.transaction(() => {
      for (let n = 0; n < 50; n++) library.createPost({ title: `Otter ${n}` })
    })
    expect((await finder.search('otter', 100)).length).toBe(50)
  })

  it('ends what waits when it is closed', async () => {
    const outcomes = [failureOf(finder.search('a', 1)), failureOf(finder.quickOpen('a', 1))]
    await finder.close()
    expect(await Promise.all(outcomes)).toEqual(['cancelled', 'cancelled'])
    expect(await failureOf(finder.search('a', 1))).toBe('cancelled')
  })

  it('says so when its thread fails, and starts another', async () => {
    const broken = openFinder(library, join(built, 'none.cjs'))
    expect(await failureOf(broken.search('a', 1))).toBe('io')
    expect(await failureOf(broken.search('a', 1))).toBe('io')
    await broken.close()
  })
})
