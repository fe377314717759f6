import { appendFileSync, cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { type Library, type LibrarySnapshot, openLibrary, openSnapshot } from '../../library'
import { exportSite } from '../export-site'
import { temporaryFolder } from '../temporary-folder'
import { createWarmState } from './warm-state'

let library: Library
let theme: string
let out: string

beforeEach(() => {
  const folder = temporaryFolder()
  theme = join(folder, 'theme')
  out = join(folder, 'site')
  cpSync(resolve('resources/themes/broadsheet'), theme, { recursive: true })
  library = openLibrary(join(folder, 'library'), { create: true })
  library.createPost({ title: 'One', body: 'See [two](two.md#gone).', status: 'published' })
  library.createPost({ title: 'Two', body: 'Words.', status: 'published' })
  library.setSite({ baseUrl: 'https://example.org/' })
  return () => library.close()
})

/** Exports in a new process's way: nothing but the disk is remembered. Says as well whether posts were looked at. */
async function run() {
  library.search('words') // what was written is in the index by then
  const snapshot = openSnapshot(library.path)
  let looked = false
  const watched: LibrarySnapshot = {
    ...snapshot,
    published: () => {
      looked = true
      return snapshot.published()
    },
  }
  const warm = createWarmState(join(library.path, 'cache'))
  const themeFolder = [theme, resolve('resources/themes/base')]
  const { ms: _ms, ...result } = await exportSite(watched, {
    out,
    libraryPath: library.path,
    themeFolder,
    warm,
  })
  snapshot.close()
  warm.cache?.close()
  return { ...result, looked }
}

it('when nothing has changed since, no post is looked at, and the export says what it said before', async () => {
  const first = await run()
  expect(first.looked).toBe(true)
  expect(first.warnings).toHaveLength(1)
  const { written, ...rest } = first
  expect(await run()).toEqual({ ...rest, written: 0, unchanged: written, looked: false })
})

it.each<[string, () => void]>([
  ['a post was edited', () => library.createPost({ title: 'Three', body: '', status: 'published' })],
  ['the settings were changed', () => library.setSite({ title: 'Other' })],
  ['a file of the theme reads otherwise', () => appendFileSync(join(theme, 'theme.yaml'), '\n# more\n')],
  ['a page of the site was edited', () => appendFileSync(join(out, 'index.html'), 'x')],
  ['a file of the site is gone', () => rmSync(join(out, 'robots.txt'))],
])('when %s, it looks again', async (_, change) => {
  await run()
  change()
  expect((await run()).looked).toBe(true)
  expect((await run()).looked).toBe(false)
})

it('a file that was changed to one of the same size is made anew', async () => {
  await run()
  const page = join(out, 'index.html')
  const before = readFileSync(page, 'utf8')
  writeFileSync(page, before.replace('One', 'Own'))
  utimesSync(page, new Date(), new Date())
  await run()
  expect(readFileSync(page, 'utf8')).toBe(before)
})
