import { expect, it } from 'vitest'
import type { PostMatches } from '../../api/contract'
import type { PostId } from '../../document'
import { choose, chosenOf } from './chosen-matches'

const match = (from: number) => ({
  field: 'body' as const,
  from,
  to: from + 1,
  line: 1,
  before: '',
  text: 'x',
  after: '',
  replacement: 'y',
})
const post = (id: string, ...places: number[]): PostMatches => ({
  id: id as PostId,
  title: id,
  kind: 'post',
  isPublished: false,
  matches: places.map(match),
})

it('everything is replaced but what was left out, post by post and match by match', () => {
  const posts = [post('one', 1, 5), post('two', 1)]
  const places = (left: ReadonlySet<string>) =>
    chosenOf(posts, left).map(({ id, matches }) => [id, ...matches.map(({ from }) => from)])
  expect(places(new Set())).toEqual([
    ['one', 1, 5],
    ['two', 1],
  ])
  const withoutOne = choose(new Set(), [{ id: 'one' as PostId, matches: [match(5)] }], false)
  expect(places(withoutOne)).toEqual([
    ['one', 1],
    ['two', 1],
  ])
  const none = choose(withoutOne, posts, false)
  expect(places(none)).toEqual([])
  expect(places(choose(none, posts.slice(1), true))).toEqual([['two', 1]])
})
