import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { PostId } from '../../document'
import { temporaryFolder } from '../temporary-folder'
import { CacheDamage } from './seal'
import { openSiteCache } from './site-cache'

const [one, other] = ['one', 'other'] as unknown as [PostId, PostId]

it('a cache knows which posts are related for what was asked last', () => {
  const folder = temporaryFolder()
  const related = new Map([[one, [other]]])
  const first = openSiteCache(folder)
  expect(first?.related('a')).toBeUndefined()
  first?.keepRelated('a', related)
  first?.close()
  const second = openSiteCache(folder)
  expect(second?.related('a')).toEqual(related)
  second?.keepRelated('b', new Map())
  expect(second?.related('a')).toBeUndefined()
  expect(second?.related('b')).toEqual(new Map())
  second?.close()
})

it('a cache that another process writes to is waited for once, and forgets what it could not keep', () => {
  const folder = temporaryFolder()
  const cache = openSiteCache(folder)
  const rival = new Database(join(folder, 'site.sqlite'))
  rival.exec('BEGIN IMMEDIATE')
  const started = performance.now()
  for (let n = 0; n < 10; n++) expect(cache?.keepContent(one, 'f', '<p>')).toBe(false)
  expect(performance.now() - started).toBeLessThan(6000)
  rival.exec('ROLLBACK')
  rival.close()
  cache?.keep({ out: '', last: undefined, files: new Map(), goneFiles: [], facts: new Map(), gonePosts: [] })
  expect(cache?.keepContent(one, 'f', '<p>')).toBe(true)
  cache?.close()
})

it('a cache of another format, or that is none, is begun anew', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'site.sqlite')
  const older = new Database(file)
  older.exec('CREATE TABLE facts (id TEXT PRIMARY KEY); PRAGMA user_version = 1')
  older.close()
  const cache = openSiteCache(folder)
  expect(cache?.facts()).toEqual(new Map())
  cache?.keepContent(one, 'f', '<p>')
  expect(cache?.content(one, 'f')).toBe('<p>')
  cache?.close()
})

it('a cache that lacks a table is begun anew', () => {
  const folder = temporaryFolder()
  openSiteCache(folder)?.close()
  const damaged = new Database(join(folder, 'site.sqlite'))
  damaged.exec('DROP TABLE contents')
  damaged.close()
  const cache = openSiteCache(folder)
  expect(cache?.keepContent(one, 'f', '<p>')).toBe(true)
  cache?.close()
})

it('what is no text any more is damage', () => {
  const folder = temporaryFolder()
  const cache = openSiteCache(folder)
  cache?.keepContent(one, 'f', '<p>')
  const damaged = new Database(join(folder, 'site.sqlite'))
  for (const value of ['7', "x'00'", "'<b>'"]) {
    damaged.exec(`UPDATE contents SET html = ${value}`)
    expect(() => cache?.content(one, 'f')).toThrow(CacheDamage)
  }
  damaged.close()
  cache?.close()
})
