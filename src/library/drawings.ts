import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { LonghandError } from '../document'
import type { Assets } from './assets'
import type { Asset } from './library'

/** A drawing that takes more is no diagram that a page could show. */
const maxBytes = 4 * 1024 * 1024

/** The name that a drawing is added under: it says what it was drawn of, by the first half of a SHA-256. */
function drawingName(source: string): string {
  const hash = createHash('sha256').update(`mermaid\n${source}`).digest('hex')
  return `diagram-${hash.slice(0, 32)}`
}

/** The drawings among assets, the newest first, by what they were drawn of; for readers without the library at hand. */
export function drawingsAmong(assets: Iterable<Asset>): (source: string) => Asset | undefined {
  const byName = new Map<string, Asset>()
  for (const asset of assets) {
    const name = /^media\/(diagram-[0-9a-f]{32})-[0-9a-f]{12}\.svg$/.exec(asset.path)?.[1]
    if (name !== undefined && !byName.has(name)) byName.set(name, asset)
  }
  return (source) => byName.get(drawingName(source))
}

/** Whether an asset is one of these, as a condition on its `path`: the lists of media leave them out. */
export const isDrawing = `path GLOB 'media/diagram-${'[0-9a-f]'.repeat(32)}-${'[0-9a-f]'.repeat(12)}.svg'`

/**
 * What was drawn of the diagrams in posts. A drawing is an asset like any other, kept, copied and exported as
 * they are; only its name tells what it was drawn of, so that nothing else has to be kept.
 */
export class Drawings {
  private readonly newest

  constructor(db: Database.Database) {
    this.newest = db.prepare<[string, string], Asset>(
      `SELECT hash, path, type, size, width, height FROM assets WHERE path >= ? AND path < ?
       ORDER BY added_at DESC, path LIMIT 1`,
    )
  }

  /** The drawing of a diagram's source, the newest when there are several. */
  find(source: string): Asset | undefined {
    const stem = `media/${drawingName(source)}`
    return this.newest.get(`${stem}-`, `${stem}.`) // the dot follows the hyphen
  }
}

/** Keeps a drawing. Throws `bad-input` for what is no SVG that can be measured, or over 4 MB. */
export function addDrawing(assets: Assets, source: string, svg: string): Asset {
  const bytes = new TextEncoder().encode(svg)
  if (bytes.length > maxBytes || !svg.startsWith('<svg'))
    throw new LonghandError('bad-input', 'A diagram could not be kept as a drawing.')
  return assets.add(bytes, `${drawingName(source)}.svg`)
}
