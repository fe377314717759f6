import type { PostId, PostSummary } from '../../document'

/** The sample comes in at once, when its library is born. */
const aMomentMs = 60_000

/** The first 48 bits of a UUIDv7 are the ms at which it was made. */
const bornAt = (id: PostId) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

/** Which posts of a young library came with it, and have stayed as they were: the others are the writer's. */
export function samplePosts(posts: readonly Pick<PostSummary, 'id' | 'editedAt'>[]): readonly PostId[] {
  const first = Math.min(...posts.map(({ id }) => bornAt(id)))
  return posts
    .filter(({ id, editedAt }) => bornAt(id) - first < aMomentMs && editedAt - bornAt(id) < aMomentMs)
    .map(({ id }) => id)
}
