import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describeOriginal } from '../assets'
import { flushFile } from '../flush'
import type { Value } from './record'

/** A row of `assets`. */
export interface FoundAsset {
  readonly hash: string
  readonly path: string
  readonly type: string
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly addedAt: number
  readonly removedAt: number | null
}

/** Where originals may be looked for, and what is known of them. */
export interface AssetSources {
  /** The library's folder. */
  readonly folder: string
  /** Rows that were read from damaged pages, by hash. */
  readonly rows: ReadonlyMap<string, readonly Value[]>
  /** Rows of the newest backup. */
  readonly backupRows: readonly Record<string, unknown>[]
  /** Folders of originals beside backups. */
  readonly backupOriginals: readonly string[]
  /** The texts of all posts: what they refer to has a row, found anew when it was lost. */
  readonly texts: Iterable<string>
}

const reference = /media\/[\w-]+-([0-9a-f]{12})\.[a-z0-9]{1,8}/g

/**
 * The originals of a library whose list of them is damaged: those on the list, those of the newest backup, and
 * those that posts speak of. What their files tell (size, type, width) is read from these.
 */
export function findAssets(sources: AssetSources): FoundAsset[] {
  const paths = new Map<string, { path: string; addedAt: number | undefined; removedAt: number | null }>()
  for (const [hash, [, path, , , , , addedAt, removedAt]] of sources.rows) {
    if (typeof path === 'string')
      paths.set(hash, { path, addedAt: asTime(addedAt) ?? undefined, removedAt: asTime(removedAt) })
  }
  for (const { hash, path, added_at, removed_at } of sources.backupRows) {
    if (typeof hash !== 'string' || typeof path !== 'string' || paths.has(hash)) continue
    paths.set(hash, { path, addedAt: asTime(added_at) ?? undefined, removedAt: asTime(removed_at) })
  }
  const files = originalsIn(join(sources.folder, 'assets'), ...sources.backupOriginals)
  for (const text of sources.texts) {
    for (const [path, start = ''] of text.matchAll(reference)) {
      const hash = [...files.keys()].find((name) => name.startsWith(start))
      if (hash !== undefined && !paths.has(hash))
        paths.set(hash, { path, addedAt: undefined, removedAt: null })
    }
  }
  return [...paths].flatMap(([hash, known]) => {
    const file = bringOriginal(sources.folder, hash, files.get(hash))
    return file === undefined
      ? missing(hash, known.path, sources.rows.get(hash))
      : [measured(hash, file, known)]
  })
}

const asTime = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null

function originalsIn(...folders: readonly string[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)) {
      if (/^[0-9a-f]{64}$/.test(name) && !files.has(name)) files.set(name, join(folder, name))
    }
  }
  return files
}

/** An original in the library's folder, copied there from a backup when it was gone. */
function bringOriginal(folder: string, hash: string, from: string | undefined): string | undefined {
  const own = join(folder, 'assets', hash)
  if (from === undefined || from === own) return from
  const bytes = readFileSync(from)
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return undefined
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(own, bytes)
  flushFile(own)
  return own
}

function measured(
  hash: string,
  file: string,
  known: { path: string; addedAt: number | undefined; removedAt: number | null },
): FoundAsset {
  const { type, width, height } = describeOriginal(readFileSync(file), basename(known.path), hash)
  const { size, mtimeMs } = statSync(file)
  return {
    hash,
    path: known.path,
    type,
    size,
    width,
    height,
    addedAt: known.addedAt ?? Math.floor(mtimeMs),
    removedAt: known.removedAt,
  }
}

/** The file is gone; its row stays, so that a check says so. */
function missing(hash: string, path: string, row: readonly Value[] | undefined): FoundAsset[] {
  const [, , type, size] = row ?? []
  if (typeof type !== 'string' || typeof size !== 'number') return []
  return [{ hash, path, type, size, width: null, height: null, addedAt: 1, removedAt: null }]
}
