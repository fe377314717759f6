import type Database from 'better-sqlite3'
import type * as Y from 'yjs'
import { type PostId, readFormerDays, readFormerSlugs } from '../document'

/** Where a published post stood before. */
export interface FormerAddresses {
  /** Slugs that it had on the site. */
  readonly slugs: readonly string[]
  /** Days (`2026-11-24`) that it had on the site; left out where it has always had the one. */
  readonly days?: readonly string[]
  /** Paths that another tool knew it by, as its front matter says (`aliases`); nobody has checked them. */
  readonly paths: readonly string[]
  /** The slug that it will have when its changes are released, where that is another: links may say it already. */
  readonly nextSlug?: string
}

/** What a post's document remembers. */
export const rememberedIn = (doc: Y.Doc): Remembered => ({
  slugs: readFormerSlugs(doc),
  days: readFormerDays(doc),
})

/** More than any writer has; a list that is longer isn't one of addresses. */
const mostAliases = 100
const longestAlias = 1000

type Entry = readonly ['day' | 'path' | 'slug', string]

/** What a document remembers of them. */
interface Remembered {
  readonly slugs: readonly string[]
  readonly days: readonly string[]
}

/** The table `former_addresses`: where posts stood before. A part of the projection. */
export class FormerAddressTable {
  private readonly drop
  private readonly insert
  private readonly entries

  constructor(private readonly db: Database.Database) {
    this.drop = db.prepare<[string]>('DELETE FROM former_addresses WHERE id = ?')
    this.insert = db.prepare<[string, string, string]>(
      'INSERT INTO former_addresses (id, kind, address) VALUES (?, ?, ?)',
    )
    this.entries = db
      .prepare<[string], string[]>(
        'SELECT kind, address FROM former_addresses WHERE id = ? ORDER BY kind, address',
      )
      .raw()
  }

  /** @param extra the front matter that readers' face of the post has, as JSON */
  write(id: PostId, remembered: Remembered, extra: string): void {
    this.drop.run(id)
    for (const [kind, address] of entriesOf(remembered, extra)) this.insert.run(id, kind, address)
  }

  /** Whether the table says what it should. */
  isRight(id: PostId, remembered: Remembered, extra: string): boolean {
    return JSON.stringify(this.entries.all(id)) === JSON.stringify(entriesOf(remembered, extra))
  }

  /** Of all posts that have any. */
  read(): ReadonlyMap<PostId, FormerAddresses> {
    const rows = this.db
      .prepare<[], { id: PostId; kind: Entry[0]; address: string }>(
        'SELECT id, kind, address FROM former_addresses ORDER BY id, kind, address',
      )
      .all()
    const found = new Map<PostId, { slugs: string[]; paths: string[]; days?: string[]; nextSlug?: string }>()
    const of = (id: PostId) => {
      const known = found.get(id) ?? { slugs: [], paths: [] }
      found.set(id, known)
      return known
    }
    for (const { id, kind, address } of rows) {
      const known = of(id)
      if (kind === 'slug') known.slugs.push(address)
      else if (kind === 'path') known.paths.push(address)
      else known.days = [...(known.days ?? []), address]
    }
    const renamed = this.db
      .prepare<[], { id: PostId; slug: string }>(
        'SELECT id, posts.slug FROM posts JOIN released USING (id) WHERE posts.slug <> released.slug',
      )
      .all()
    for (const { id, slug } of renamed) of(id).nextSlug = slug
    return found
  }
}

function entriesOf({ slugs, days }: Remembered, extra: string): Entry[] {
  const named = (kind: Entry[0], texts: readonly string[]) =>
    [...new Set(texts)].sort(byBytes).map((text): Entry => [kind, text])
  return [...named('day', days), ...named('path', aliasesIn(extra)), ...named('slug', slugs)]
}

/** As SQLite sorts texts. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * What Hugo, Zola and others call `aliases` and Jekyll `redirect_from`, in any spelling: one path or a list of them.
 * And where a tool was told to put the post itself, where that is a path and no pattern.
 */
function aliasesIn(extra: string): string[] {
  if (!/alias|redirect|permalink|url|path/i.test(extra)) return []
  return Object.entries(JSON.parse(extra) as Record<string, unknown>)
    .flatMap(([name, value]) => {
      if (/^(alias(es)?|redirect[-_ ]?from)$/i.test(name)) return value
      return /^(permalink|url|path)$/i.test(name) && isPath(value) ? value : []
    })
    .filter((value): value is string => typeof value === 'string' && value.length <= longestAlias)
    .slice(0, mostAliases)
}

const isPath = (value: unknown) => typeof value === 'string' && /^\/[^:{*]*$/.test(value)
