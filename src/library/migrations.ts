import type Database from 'better-sqlite3'

/** `Long` in ASCII: tells a library from any other SQLite file. */
export const applicationId = 0x4c6f6e67

/**
 * The schema, step by step; the index of a step plus one is the `user_version` it leads to. A step that
 * has been released is never changed.
 *
 * Truth: `local`, `documents`, `updates`, `assets`, `imports`. Projection: `posts`, `sources`, `post_tags`,
 * `settings`, `search`.
 */
const steps: readonly string[] = [
  `
  CREATE TABLE local (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('post', 'site'))
  ) STRICT, WITHOUT ROWID;

  -- Append only. position orders the updates of all documents; hash chains those of one.
  CREATE TABLE updates (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    draft TEXT NOT NULL REFERENCES documents (id),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (draft, seq)
  ) STRICT;

  CREATE TABLE assets (
    hash TEXT PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    added_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE imports (
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    post TEXT NOT NULL REFERENCES documents (id),
    file_hash TEXT NOT NULL,
    snapshot BLOB NOT NULL,
    PRIMARY KEY (root, path)
  ) STRICT;

  CREATE TABLE posts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    wanted_slug TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    date TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    tags TEXT NOT NULL,
    words INTEGER NOT NULL,
    cover TEXT,
    language TEXT,
    canonical_url TEXT,
    edited_at INTEGER NOT NULL,
    trashed_at INTEGER
  ) STRICT;
  CREATE INDEX posts_by_date ON posts (sort_at DESC, id DESC);
  CREATE INDEX posts_by_slug ON posts (slug);
  CREATE INDEX posts_by_wanted_slug ON posts (wanted_slug);

  CREATE TABLE sources (
    id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    extra TEXT NOT NULL
  ) STRICT;

  CREATE TABLE post_tags (
    tag TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX post_tags_by_post ON post_tags (id);

  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Keeps no text of its own: snippets are cut from sources.
  CREATE VIRTUAL TABLE search USING fts5 (
    title, tags, summary, body,
    content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2"
  );
  `,
]

/** The version that this app writes; a higher one is a library from a newer app. */
export const schemaVersion = steps.length

/**
 * Brings the schema up to date, all steps and `initialise` in one transaction, so that a library is either
 * as it was or current. Does nothing when it is current. Another process may be doing the same.
 * @param initialise runs once, in the library's first transaction
 */
export function migrate(db: Database.Database, initialise: () => void): void {
  const version = () => db.pragma('user_version', { simple: true }) as number
  if (version() === schemaVersion) return
  db.transaction(() => {
    const from = version()
    for (const step of steps.slice(from)) db.exec(step)
    if (from === 0) {
      db.pragma(`application_id = ${applicationId}`)
      initialise()
    }
    db.pragma(`user_version = ${schemaVersion}`)
  }).immediate()
}
