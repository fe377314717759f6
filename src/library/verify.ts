import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import { addressOf, openDocument, type PostId, readSite } from '../document'
import { findAssetUses } from './asset-references'
import type { Assets } from './assets'
import { FormerAddressTable, rememberedIn } from './former-addresses'
import type { History } from './history'
import type { Verification } from './library'
import { PostLinks } from './links/post-links'
import { PostAssets } from './post-assets'
import { type PostRow, projectPost, projectReleased, type ReleasedRow, rivalsOf } from './projection'
import type { Queries } from './queries'
import { replay } from './replay'
import { digestOfRow } from './rows'
import { IndexCheck } from './search/index-check'
import type { DocumentId, UpdateLog } from './update-log'

interface Parts {
  readonly db: Database.Database
  readonly log: UpdateLog
  readonly queries: Queries
  readonly assets: Assets
  readonly history: History
}

/** Checks SQLite's pages, every hash chain, the projection against the log, and every original. Changes nothing. */
export function verifyLibrary(parts: Parts): Verification {
  const { db, assets } = parts
  const problems = tried('the database', () => sqliteProblems(db))
  const documents: { id: DocumentId; kind: string }[] = []
  problems.push(
    ...tried('the list of documents', () => {
      documents.push(
        ...db
          .prepare<[], { id: DocumentId; kind: string }>('SELECT id, kind FROM documents ORDER BY id')
          .all(),
      )
      return []
    }),
  )
  // Each in one view: another process may commit between the reading of the log and of the lists.
  const check = db.transaction(documentProblems)
  for (const { id, kind } of documents)
    problems.push(...tried(`document ${id}`, () => check(parts, id, kind)))
  problems.push(...tried('the list of posts', () => strayProblems(db)))
  problems.push(...tried('the list of originals', () => assets.problems()))
  return {
    ok: problems.length === 0,
    posts: documents.filter(({ kind }) => kind === 'post').length,
    problems,
  }
}

/** What can't even be read is a problem like any other. */
function tried(what: string, check: () => string[]): string[] {
  try {
    return check()
  } catch (error) {
    return [`${what} can’t be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function strayProblems(db: Database.Database): string[] {
  const strays = db
    .prepare<[], string>('SELECT id FROM posts WHERE id NOT IN (SELECT id FROM documents)')
    .pluck()
    .all()
  return strays.map((id) => `post ${id} is listed but has no document`)
}

function sqliteProblems(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[]
  const problems = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  const foreign = db.pragma('foreign_key_check') as { table: string }[]
  problems.push(...foreign.map(({ table }) => `a row of ${table} refers to something that is not there`))
  for (const index of ['search', 'heads']) {
    try {
      db.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
    } catch (error) {
      problems.push(`the search index is damaged: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return problems
}

function documentProblems({ db, log, queries, history }: Parts, id: DocumentId, kind: string): string[] {
  const broken = log.findBreak(id)
  if (broken) return [broken]
  const doc = openDocument(id)
  try {
    replay(doc, log.updatesAfter(id, 0))
  } catch {
    return [`document ${id} can't be read`]
  }
  if (kind === 'site') {
    return isDeepStrictEqual(queries.site(), readSite(doc))
      ? []
      : ['the site settings differ from their update log']
  }
  const { row, tags, body, extra } = projectPost(id as PostId, doc, log.head(id).at)
  const stored = db
    .prepare<[string], PostRow & { number: number; digest: Buffer | null }>(
      'SELECT * FROM posts WHERE id = ?',
    )
    .get(id)
  const source = db
    .prepare<[string], { body: string; extra: string }>('SELECT body, extra FROM sources WHERE id = ?')
    .get(id)
  const storedTags = db
    .prepare<[string], string>('SELECT tag FROM post_tags WHERE id = ? ORDER BY tag')
    .pluck()
    .all(id)
  if (!stored || !source) return [`post ${id} is missing from the lists`]
  const { number, slug, digest, ...listed } = stored
  const slugFor = (wanted: string) => {
    const first = db.prepare<[string, string], PostId>(rivalsOf).pluck().get(wanted, wanted)
    return addressOf(wanted, id as PostId, id === first)
  }
  const { title, summary, tags: tagList } = row
  const isIndexed = new IndexCheck(db).isRight(number, { title, summary, tags: tagList, body })
  const released = db.prepare<[string], ReleasedRow>('SELECT * FROM released WHERE id = ?').get(id)
  const releasedNow = projectReleased(id as PostId, doc)
  const former = new FormerAddressTable(db)
  const isEqual =
    isDeepStrictEqual(
      released && { ...released },
      releasedNow && { ...releasedNow, slug: slugFor(releasedNow.wanted_slug) },
    ) &&
    former.isRight(id as PostId, rememberedIn(doc), releasedNow?.extra ?? extra) &&
    isDeepStrictEqual(new PostAssets(db).read(id), findAssetUses({ body, cover: row.cover }, releasedNow)) &&
    new PostLinks(db).isRight(id, body) &&
    isDeepStrictEqual(listed, row) &&
    slug === slugFor(row.wanted_slug) &&
    isDeepStrictEqual({ ...source }, { body, extra }) &&
    digest?.equals(digestOfRow(row, body, extra)) === true &&
    isDeepStrictEqual([...storedTags].sort(), [...tags].sort())
  const damaged = history.problems(id as PostId)
  return isEqual && isIndexed
    ? damaged
    : [...damaged, `what the lists say of post ${id} differs from its update log`]
}
