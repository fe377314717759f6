import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import type { PostId } from '../document'
import { type AssetUses, findAssetUses } from './asset-references'

interface Face {
  readonly body: string
  readonly cover: string | null
}

/** The table `post_assets`: which originals a post refers to. A part of the projection. */
export class PostAssets {
  private readonly all
  private readonly released
  private readonly drop
  private readonly insert

  constructor(db: Database.Database) {
    this.all = db.prepare<[string], { path: string; missing_alt: number }>(
      'SELECT path, missing_alt FROM post_assets WHERE id = ? ORDER BY path',
    )
    this.released = db.prepare<[string], Face>('SELECT body, cover FROM released WHERE id = ?')
    this.drop = db.prepare<[string]>('DELETE FROM post_assets WHERE id = ?')
    this.insert = db.prepare<[string, string, number]>(
      'INSERT INTO post_assets (path, id, missing_alt) VALUES (?, ?, ?)',
    )
  }

  /** Writes what a post refers to, after its row in `released`. Most edits change nothing of it and write nothing. */
  write(id: PostId, working: Face): void {
    const uses = findAssetUses(working, this.released.get(id))
    if (isDeepStrictEqual(this.read(id), new Map(uses))) return
    this.drop.run(id)
    for (const [path, missingAlt] of uses) this.insert.run(path, id, missingAlt)
  }

  /** What the table says. */
  read(id: string): AssetUses {
    return new Map(this.all.all(id).map((row) => [row.path, row.missing_alt]))
  }
}
