import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Model } from './model.ts'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'library-1')

/** Puts a library of the first format, as the first release made it, into a folder; returns what it says. */
export function readOldLibrary(folder: string): Model {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'library.sqlite'), gunzipSync(readFileSync(join(fixture, 'library.sqlite.gz'))))
  return JSON.parse(readFileSync(join(fixture, 'model.json'), 'utf8')) as Model
}
