import { expect, it } from 'vitest'
import type { PostId } from '../../document'
import { samplePosts } from './sample-posts'

const birth = Date.UTC(2026, 10, 24, 12)
const post = (seconds: number, editedAfter = 0) => {
  const at = birth + seconds * 1000
  const hex = at.toString(16).padStart(12, '0')
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000` as PostId
  return { id, editedAt: at + editedAfter * 1000 }
}

it('leaves alone what the writer wrote, or wrote in', () => {
  const sample = [post(0), post(1), post(3)]
  const edited = post(2, 90)
  const own = post(200)
  expect(samplePosts([own, ...sample, edited])).toEqual(sample.map(({ id }) => id))
  expect(samplePosts([])).toEqual([])
})
