import type Database from 'better-sqlite3'

/** `Long` in ASCII: tells a library from any other SQLite file. */
export const applicationId = 0x4c6f6e67

/**
 * The schema, step by step; the index of a step plus one is the `user_version` it leads to. A step that
 * has been released is never changed.
 *
 * Truth: `local`, `documents`, `updates`, `assets`, `imports`, `versions`, `damaged`, `purged`; `desks` may be
 * lost. Projection: `posts`, `sources`, `released`, `post_tags`, `post_assets`, `post_links`, `former_addresses`, `settings`, `search`, `heads`, `terms`,
 * `unindexed`. A step that
 * drops projected tables is followed by a rebuild.
 */
export const steps: readonly string[] = [
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
  `
  -- What the next row's hash follows, when it isn't this row's own: a row that stands for several (compaction)
  -- or for one that was set aside (repair).
  ALTER TABLE updates ADD COLUMN link BLOB;
  -- Of the two formats that Yjs encodes updates in.
  ALTER TABLE updates ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format IN (1, 2));

  -- Earlier states of a post that can be read again: a Yjs snapshot of its document after update seq.
  CREATE TABLE versions (
    id TEXT PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES documents (id),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'named', 'restore', 'release')),
    name TEXT,
    words INTEGER NOT NULL,
    snapshot BLOB NOT NULL,
    hash BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX versions_by_draft ON versions (draft, at);

  -- Updates that a repair took out of the log, as they were found.
  CREATE TABLE damaged (
    draft TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    found_at INTEGER NOT NULL
  ) STRICT;

  -- Posts that were deleted for good: an id is never born twice.
  CREATE TABLE purged (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    device TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Where the writer was in a post, on this device: cursor, scroll, what can be undone.
  CREATE TABLE desks (
    post TEXT PRIMARY KEY REFERENCES documents (id),
    at INTEGER NOT NULL,
    state BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  DROP TABLE post_tags; DROP TABLE sources; DROP TABLE posts;
  DELETE FROM settings;
  INSERT INTO search (search) VALUES ('delete-all');

  CREATE TABLE posts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    wanted_slug TEXT NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    date TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    tags TEXT NOT NULL,
    series TEXT,
    words INTEGER NOT NULL,
    cover TEXT,
    language TEXT,
    canonical_url TEXT,
    edited_at INTEGER NOT NULL,
    trashed_at INTEGER,
    released_at INTEGER,
    has_changes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX posts_by_date ON posts (sort_at DESC, id DESC);
  CREATE INDEX posts_by_edit ON posts (edited_at DESC, id DESC);
  CREATE INDEX posts_by_slug ON posts (slug);
  CREATE INDEX posts_by_wanted_slug ON posts (wanted_slug);

  CREATE TABLE sources (
    id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    extra TEXT NOT NULL
  ) STRICT;

  -- What the site shows of a post, only while the post reads otherwise.
  CREATE TABLE released (
    id TEXT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    date TEXT NOT NULL,
    sort_at INTEGER NOT NULL,
    tags TEXT NOT NULL,
    series TEXT,
    words INTEGER NOT NULL,
    cover TEXT,
    language TEXT,
    canonical_url TEXT,
    body TEXT NOT NULL,
    extra TEXT NOT NULL
  ) STRICT;

  CREATE TABLE post_tags (
    tag TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX post_tags_by_post ON post_tags (id);

  -- The originals that a post refers to, in its working or its released face; how often without a text.
  CREATE TABLE post_assets (
    path TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    missing_alt INTEGER NOT NULL,
    PRIMARY KEY (path, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX post_assets_by_post ON post_assets (id);

  -- Posts whose words in search are behind what they say.
  CREATE TABLE unindexed (
    number INTEGER PRIMARY KEY
  ) STRICT;
  `,
  `
  -- When the writer took an original out of the lists, epoch ms. Its row and its file stay, since earlier
  -- versions of posts refer to it.
  ALTER TABLE assets ADD COLUMN removed_at INTEGER;
  `,
  `
  -- Words are folded and parted before they come here; ascii splits only at spaces and signs. One letter is
  -- indexed as well, or the first of a word would read the words of every post.
  DROP TABLE search;
  CREATE VIRTUAL TABLE search USING fts5 (
    title, tags, summary, body,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
  );
  -- The same without the texts: small, and enough for most searches.
  CREATE VIRTUAL TABLE heads USING fts5 (
    title, tags, summary,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'ascii'
  );
  CREATE INDEX posts_in_trash ON posts (number) WHERE trashed_at IS NOT NULL;
  DELETE FROM unindexed;
  INSERT INTO unindexed (number) SELECT number FROM posts;
  `,
  `
  -- Over what the lists and the text say of a post: SQLite does not notice a changed bit, who reads it does.
  ALTER TABLE posts ADD COLUMN digest BLOB;
  `,
  `
  -- A post keeps its address on the site until the change of it is released.
  ALTER TABLE released ADD COLUMN wanted_slug TEXT NOT NULL DEFAULT '';
  ALTER TABLE released ADD COLUMN slug TEXT NOT NULL DEFAULT '';
  CREATE INDEX released_by_slug ON released (slug);
  CREATE INDEX released_by_wanted_slug ON released (wanted_slug);
  DELETE FROM released;

  -- Where posts stood before: slugs that they had on the site, and paths by which another tool knew them.
  CREATE TABLE former_addresses (
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('slug', 'path')),
    address TEXT NOT NULL,
    PRIMARY KEY (id, kind, address)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The words that stand for what a post is about, parted by spaces; written with its words in search.
  CREATE TABLE terms (
    number INTEGER PRIMARY KEY REFERENCES posts (number) ON DELETE CASCADE,
    terms TEXT NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO unindexed (number) SELECT number FROM posts;
  `,
  `
  -- The slugs that the text of a post links to, as it reads now; whether there is such a post or not.
  CREATE TABLE post_links (
    slug TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    PRIMARY KEY (slug, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX post_links_by_post ON post_links (id);
  `,
  `
  -- Days that posts had on the site are a part of where they stood.
  CREATE TABLE former (
    id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('slug', 'path', 'day')),
    address TEXT NOT NULL,
    PRIMARY KEY (id, kind, address)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO former SELECT * FROM former_addresses;
  DROP TABLE former_addresses;
  ALTER TABLE former RENAME TO former_addresses;
  `,
]

/**
 * What a library is made of; a backup that is put in its place brings these, parents before children. `local`
 * is this device's, `desks` go with the documents that they belong to.
 */
export const truthTables = [
  'documents', 'updates', 'versions', 'assets', 'imports', 'damaged', 'purged', 'desks',
] as const // biome-ignore format: a list reads better in one line

/** The version that this app writes; a higher one is a library from a newer app. */
export const schemaVersion = steps.length

/**
 * Brings the schema up to date, all steps and what follows them in one transaction, so that a library is
 * either as it was or current. Does nothing when it is current. Another process may be doing the same.
 * @param after `initialise` runs in the library's first transaction, `upgrade` when an older one was brought up
 */
export function migrate(
  db: Database.Database,
  after: { readonly initialise: () => void; readonly upgrade: () => void },
): void {
  const version = () => db.pragma('user_version', { simple: true }) as number
  if (version() === schemaVersion) return
  db.transaction(() => {
    const from = version()
    for (const step of steps.slice(from)) db.exec(step)
    if (from === 0) {
      db.pragma(`application_id = ${applicationId}`)
      after.initialise()
    } else after.upgrade()
    db.pragma(`user_version = ${schemaVersion}`)
  }).immediate()
}
