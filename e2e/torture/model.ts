import { isDeepStrictEqual } from 'node:util'

/** What readers see of a post, as far as the script changes it. */
export interface Face {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly tags: readonly string[]
}

/** A post as it must be after the edits that were acknowledged. */
export interface ModelPost extends Face {
  readonly id: string
  readonly status: 'draft' | 'published'
  readonly isTrashed: boolean
  /** What the site shows; null for a draft. */
  readonly released: Face | null
  /** What each version that we heard of must read as. */
  readonly versions: Readonly<Record<string, Face>>
}

/** The library as it must be. Plain data, with no code of the library in it. */
export interface Model {
  readonly posts: readonly ModelPost[]
  readonly siteTitle: string | null
  /** Path → SHA-256 of originals. */
  readonly assets: Readonly<Record<string, string>>
  /** The last backup, and what it must bring back. */
  readonly backup?: { readonly file: string; readonly library: Omit<Model, 'backup'> }
}

export const emptyModel: Model = { posts: [], siteTitle: null, assets: {} }

/** One edit of the script, whole: nothing more is needed to do it or to say what it must lead to. */
export type Edit =
  | { kind: 'create'; title: string; body: string; tags: string[]; status: 'draft' | 'published' }
  | { kind: 'type'; post: string; at: number; remove: number; insert: string }
  | { kind: 'body'; post: string; body: string }
  | { kind: 'fields'; post: string; title?: string; summary?: string; tags?: string[] }
  | { kind: 'status'; post: string; status: 'draft' | 'published' }
  | { kind: 'trash' | 'untrash' | 'mark' | 'update' | 'discard' | 'compact'; post: string }
  | { kind: 'restore'; post: string; version: string }
  | { kind: 'bulk'; posts: string[]; add: string; remove: string }
  | { kind: 'renameTag'; from: string; to: string }
  | { kind: 'replaceAll'; find: string; replace: string }
  | { kind: 'site'; title: string }
  | { kind: 'asset'; name: string; content: string }
  | { kind: 'emptyTrash' | 'search' | 'rebuild' }
  | { kind: 'backup'; name: string }
  | { kind: 'restoreBackup'; file: string }

/** What the library answered to an edit: ids that only it can know. */
export interface Answer {
  readonly id?: string
  readonly version?: string
  readonly path?: string
  readonly hash?: string
}

/** The library after an edit. `answer` is undefined while none came; then ids that it would tell are missing. */
export function applyEdit(model: Model, edit: Edit, answer: Answer | undefined): Model {
  switch (edit.kind) {
    case 'create':
      return { ...model, posts: [...model.posts, born(edit, answer?.id ?? '')] }
    case 'site':
      return { ...model, siteTitle: edit.title }
    case 'asset': {
      const { path, hash } = answer ?? {}
      return path && hash ? { ...model, assets: { ...model.assets, [path]: hash } } : model
    }
    case 'emptyTrash':
      return { ...model, posts: model.posts.filter((post) => !post.isTrashed) }
    case 'bulk':
      return mapPosts(model, (post) =>
        edit.posts.includes(post.id)
          ? retag(post, (tags) => [...tags.filter((tag) => tag !== edit.remove), edit.add])
          : post,
      )
    case 'renameTag':
      return mapPosts(model, (post) =>
        post.tags.includes(edit.from)
          ? retag(post, (tags) => [...tags.filter((tag) => tag !== edit.from), edit.to])
          : post,
      )
    case 'replaceAll':
      return mapPosts(model, (post) => (post.isTrashed ? post : replaceIn(post, edit)))
    case 'search':
    case 'rebuild':
      return model
    case 'backup': {
      const { backup: _, ...library } = model
      return answer?.path === undefined ? model : { ...model, backup: { file: answer.path, library } }
    }
    case 'restoreBackup':
      return { ...model, ...model.backup?.library }
    default:
      return mapPosts(model, (post) => (post.id === edit.post ? editPost(post, edit, answer) : post))
  }
}

function replaceIn(post: ModelPost, { find, replace }: Extract<Edit, { kind: 'replaceAll' }>): ModelPost {
  const [title, summary, body] = [post.title, post.summary, post.body].map((text) =>
    text.replaceAll(find, replace),
  )
  return { ...post, title: title ?? '', summary: summary ?? '', body: body ?? '' }
}

type PostEdit = Extract<Edit, { post: string }>

function editPost(post: ModelPost, edit: PostEdit, answer: Answer | undefined): ModelPost {
  switch (edit.kind) {
    case 'type': {
      const { body } = post
      return { ...post, body: body.slice(0, edit.at) + edit.insert + body.slice(edit.at + edit.remove) }
    }
    case 'body':
      return { ...post, body: edit.body }
    case 'fields': {
      const { title = post.title, summary = post.summary, tags = post.tags } = edit
      return { ...post, title, summary, tags: sorted(tags) }
    }
    case 'status': {
      if (edit.status === 'draft') return { ...post, status: 'draft', released: null }
      return { ...post, status: 'published', released: post.released ?? faceOf(post) }
    }
    case 'trash':
    case 'untrash':
      return { ...post, isTrashed: edit.kind === 'trash' }
    case 'mark':
      return withVersion(post, answer?.version)
    case 'restore':
      return { ...withVersion(post, answer?.version), ...post.versions[edit.version] }
    case 'update':
      return { ...post, released: faceOf(post) }
    case 'discard':
      return { ...post, ...post.released }
    case 'compact':
      return post
  }
}

function born({ title, body, tags, status }: Extract<Edit, { kind: 'create' }>, id: string): ModelPost {
  const face = { title, summary: '', body, tags: sorted(tags) }
  const released = status === 'published' ? face : null
  return { ...face, id, status, isTrashed: false, released, versions: {} }
}

/** Tags that are changed from outside are released with the change, where nothing else waits. */
function retag(post: ModelPost, change: (tags: readonly string[]) => string[]): ModelPost {
  const next = { ...post, tags: sorted(change(post.tags)) }
  return isDeepStrictEqual(post.released, faceOf(post)) ? { ...next, released: faceOf(next) } : next
}

function withVersion(post: ModelPost, version: string | undefined): ModelPost {
  if (version === undefined) return post
  return { ...post, versions: { ...post.versions, [version]: faceOf(post) } }
}

function mapPosts(model: Model, change: (post: ModelPost) => ModelPost): Model {
  return { ...model, posts: model.posts.map(change) }
}

export function faceOf({ title, summary, body, tags }: Face): Face {
  return { title, summary, body, tags: [...tags] }
}

const sorted = (tags: readonly string[]) => [...new Set(tags)].sort()
