import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { PostId } from '../../src/document'
import type { Library } from '../../src/library'
import { type Edit, type Face, faceOf, type Model, type ModelPost } from './model.ts'

/**
 * The model that the library agrees with: `after` or `before` the edit that was cut off, where there was one;
 * ids that nobody heard of are filled in. Throws an error that names the first thing that differs from both.
 */
export function findOutcome(library: Library, before: Model, after: Model | undefined): Model {
  if (after === undefined) return mustAgree(library, before)
  try {
    return mustAgree(library, before)
  } catch (asBefore) {
    try {
      return mustAgree(library, adoptNewborn(library, after))
    } catch (asAfter) {
      throw new Error(`neither as before nor as after the edit that was cut off:\n${asBefore}\n${asAfter}`)
    }
  }
}

/** A post whose birth was committed but not acknowledged gets the id that the library gave it. */
function adoptNewborn(library: Library, model: Model): Model {
  const known = new Set(model.posts.map(({ id }) => id))
  const newborn = everyPost(library).find((id) => !known.has(id))
  if (newborn === undefined) return model
  return { ...model, posts: model.posts.map((post) => (post.id === '' ? { ...post, id: newborn } : post)) }
}

function everyPost(library: Library): PostId[] {
  return [...library.posts(), ...library.posts({ trashed: true })].map(({ id }) => id)
}

function mustAgree(library: Library, model: Model): Model {
  const wanted = model.posts.map(({ id }) => id).sort()
  must('the posts', everyPost(library).sort(), wanted)
  for (const post of model.posts) mustAgreeOn(library, post)
  if (model.siteTitle !== null) must('the title of the site', library.site().title, model.siteTitle)
  for (const [path, hash] of Object.entries(model.assets)) {
    const asset = library.asset(path)
    const bytes = asset && readFileSync(library.assetFile(asset))
    must(`the original ${path}`, bytes && createHash('sha256').update(bytes).digest('hex'), hash)
  }
  return model
}

function mustAgreeOn(library: Library, post: ModelPost): void {
  const id = post.id as PostId
  const stored = library.post(id)
  must(`what post ${id} says`, stored && faceOf(stored), faceOf(post))
  must(`the status of ${id}`, stored?.status, post.status)
  must(`whether ${id} is in the trash`, stored?.trashedAt !== null, post.isTrashed)
  const read = (version: string): Face => faceOf(library.history.read(id, version))
  if (post.released) must(`what is released of ${id}`, read('released'), post.released)
  for (const [version, face] of Object.entries(post.versions))
    must(`version ${version} of ${id}`, read(version), face)
}

function must(what: string, actual: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(actual, wanted)) return
  throw new Error(
    `${what} is not what was acknowledged:\n  is     ${JSON.stringify(actual)}\n  wanted ${JSON.stringify(wanted)}`,
  )
}

/** One line about an edit, for a failure. */
export function describeEdit(edit: Edit): string {
  return JSON.stringify(edit).slice(0, 300)
}
