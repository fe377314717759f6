import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary, openSnapshot } from '../../library'
import { exportSite } from '../export-site'
import { temporaryFolder } from '../temporary-folder'
import { HighlightKeeper, openHighlights } from './highlights'
import { createWarmState } from './warm-state'

const themeFolder = resolve('resources/themes/broadsheet')
const made = new Map([['key', '<span>']])

function keepHighlights(file: string, highlights: ReadonlyMap<string, string>): void {
  const keeper = new HighlightKeeper(file)
  keeper.add(highlights)
  keeper.flush()
}

it('what can’t be kept is left, and a file that is there stays', () => {
  const folder = join(temporaryFolder(), 'highlights.sqlite')
  mkdirSync(join(folder, 'mine'), { recursive: true })
  keepHighlights(folder, made)
  expect(readdirSync(folder)).toEqual(['mine'])
})

it('a file that another process writes to stays', () => {
  const file = join(temporaryFolder(), 'highlights.sqlite')
  keepHighlights(file, made)
  const rival = new Database(file)
  rival.exec('BEGIN IMMEDIATE')
  keepHighlights(file, new Map([['other', '<b>']]))
  rival.exec('ROLLBACK')
  expect(rival.prepare('SELECT key FROM highlights').pluck().all()).toEqual(['key'])
  rival.close()
}, 15_000)

it('nothing is read once it is closed', () => {
  const file = join(temporaryFolder(), 'highlights.sqlite')
  keepHighlights(file, made)
  const highlights = openHighlights(file)
  highlights.close()
  highlights.close()
  expect(highlights.cache).toBeDefined()
})

it.runIf(process.platform === 'linux')('an export leaves no file open', async () => {
  const folder = temporaryFolder()
  const library = openLibrary(join(folder, 'library'), { create: true })
  library.setSite({ search: false, socialImages: false })
  library.createPost({ title: 'A', status: 'published', body: '```ts\nconst n = 1\n```' })
  const warm = createWarmState(join(folder, 'cache'))
  const open = async () => {
    library.setSite({ title: `Title ${readdirSync('/proc/self/fd').length} ${performance.now()}` })
    const snapshot = openSnapshot(library.path)
    await exportSite(snapshot, { out: join(folder, 'site'), libraryPath: library.path, themeFolder, warm })
    snapshot.close()
    return readdirSync('/proc/self/fd').length
  }
  await open()
  const before = await open()
  for (let n = 0; n < 5; n++) await open()
  expect(await open()).toBeLessThanOrEqual(before)
  library.close()
})
