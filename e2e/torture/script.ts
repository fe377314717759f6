import type { Edit, Model, ModelPost } from './model.ts'
import type { Random } from './random.ts'

const words = [
  'cache',
  'a',
  'naïve',
  'größe',
  '搜索',
  'the',
  '🙂',
  'e\u0301',
  '`code`',
  '\n\n',
  '\n',
  '## ',
  'x',
]
const tags = ['css', 'web', 'sql', 'tools', 'größe', 'two words']
/** A library that stays small can be checked whole after every kill. */
const maxPosts = 8
const maxBody = 3000
const maxVersions = 12

/** The next edit of a script: the same chance and the same model give the same edit. */
export function nextEdit(random: Random, model: Model): Edit {
  const open = model.posts.filter((post) => !post.isTrashed)
  if (open.length === 0) return create(random)
  const post = random.pick(open)
  const kind = random.weigh({
    type: 70,
    body: 6,
    fields: 7,
    status: 3,
    update: 2,
    discard: 2,
    mark: 3,
    restore: 4,
    compact: 5,
    create: model.posts.length < maxPosts ? 4 : 0,
    trash: open.length > 2 ? 2 : 0,
    untrash: 2,
    emptyTrash: 0.5,
    bulk: 2,
    renameTag: 1,
    replaceAll: 1,
    site: 3,
    asset: 2,
    search: 2,
    rebuild: 0.5,
    backup: 1,
    restoreBackup: 1,
  })
  return makeEdit(kind, random, model, post)
}

/** An edit of the kind, or typing where the kind makes no sense now. */
function makeEdit(kind: Edit['kind'], random: Random, model: Model, post: ModelPost): Edit {
  switch (kind) {
    case 'create':
      return create(random)
    case 'body':
      return { kind, post: post.id, body: passage(random, 120) }
    case 'fields':
      return { kind, post: post.id, ...fields(random) }
    case 'status':
      return { kind, post: post.id, status: random.pick(['draft', 'published'] as const) }
    case 'update':
    case 'discard':
      return post.status === 'published' ? { kind, post: post.id } : type(random, post)
    case 'mark':
      return Object.keys(post.versions).length < maxVersions ? { kind, post: post.id } : type(random, post)
    case 'restore': {
      const versions = Object.keys(post.versions)
      return versions.length > 0
        ? { kind, post: post.id, version: random.pick(versions) }
        : type(random, post)
    }
    case 'trash':
    case 'compact':
      return { kind, post: post.id }
    case 'untrash': {
      const trashed = model.posts.filter(({ isTrashed }) => isTrashed)
      return trashed.length > 0 ? { kind, post: random.pick(trashed).id } : type(random, post)
    }
    case 'bulk': {
      const posts = model.posts.filter(() => random.fraction() < 0.5).map(({ id }) => id)
      return { kind, posts, add: random.pick(tags), remove: random.pick(tags) }
    }
    case 'renameTag': {
      const used = model.posts.flatMap((each) => each.tags)
      return used.length > 0 ? { kind, from: random.pick(used), to: random.pick(tags) } : type(random, post)
    }
    case 'replaceAll':
      return {
        kind,
        find: random.pick(['cache', 'the', 'größe', '🙂']),
        replace: random.pick(['', 'store', '搜', 'a']),
      }
    case 'site':
      return { kind, title: passage(random, 4).trim().slice(0, 100) }
    case 'asset':
      return {
        kind,
        name: `figure ${random.below(50)}.txt`,
        content: passage(random, 20 + random.below(4000)),
      }
    case 'emptyTrash':
    case 'search':
    case 'rebuild':
      return { kind }
    case 'backup':
      return { kind, name: `backup-${random.below(1_000_000)}.longhand` }
    case 'restoreBackup':
      return model.backup ? { kind, file: model.backup.file } : type(random, post)
    case 'type':
      return type(random, post)
  }
}

function create(random: Random): Edit {
  return {
    kind: 'create',
    title: passage(random, 3).replaceAll('\n', ' ').trim(),
    body: passage(random, random.below(60)),
    tags: tags.filter(() => random.fraction() < 0.3),
    status: random.pick(['draft', 'draft', 'published'] as const),
  }
}

/** A letter, a word or a passage at any place, in place of a few characters; a long post is made shorter. */
function type(random: Random, { id, body }: ModelPost): Edit {
  const at = beforePair(body, random.below(body.length + 1))
  const most = body.length > maxBody ? 400 : random.pick([0, 0, 0, 1, 5])
  const end = beforePair(body, Math.min(body.length, at + random.below(most + 1)))
  const insert = random.fraction() < 0.9 ? random.pick(words) : passage(random, 30)
  return { kind: 'type', post: id, at, remove: Math.max(0, end - at), insert }
}

function fields(random: Random): { title?: string; summary?: string; tags?: string[] } {
  const title = passage(random, 4).replaceAll('\n', ' ').trim()
  const summary = passage(random, 12)
  const tagged = tags.filter(() => random.fraction() < 0.3)
  return random.pick([{ title }, { summary }, { tags: tagged }, { title, summary, tags: tagged }])
}

function passage(random: Random, length: number): string {
  let text = ''
  for (let n = 0; n < length; n++) text += `${random.pick(words)} `
  return text
}

/** No writer can put the caret inside a surrogate pair. */
function beforePair(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
