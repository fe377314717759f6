import type { PostId } from '../../document'

/** What of a post makes it related to others. */
export interface Relatable {
  readonly id: PostId
  /** epoch ms */
  readonly date: number
  readonly tags: readonly string[]
  readonly series: string | null
  /** `termsOf` the post */
  readonly terms: readonly string[]
}

/** A tag was chosen by the writer, a term only counted. */
const tagWeight = 3
/** How many neighbours in time on each side are looked at of the posts that share a common tag or term. */
const reach = 12
/** How many posts that share most are compared in full. */
const shortlist = 12
/** Less alike than this, from 0 to 1, is chance: one common word among twelve. */
const leastLikeness = 0.06

/**
 * For each post the `count` posts that share most with it, the most alike first: tags and terms, the rarer the
 * weightier. Never itself, nor one of its own series, which are linked already; fewer, or none, where nothing is
 * alike. The order of `posts` does not matter. Time grows with their number, not its square: of a tag that many
 * have, only those near in time are looked at.
 */
export function relatedPosts(posts: readonly Relatable[], count: number): Map<PostId, PostId[]> {
  const sorted = [...posts].sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1))
  const related = new Map<PostId, PostId[]>()
  if (count < 1) return new Map(sorted.map(({ id }) => [id, []]))
  const features = indexFeatures(sorted)
  const finder = new Finder(features, sorted)
  sorted.forEach((post, index) => {
    related.set(post.id, finder.find(index, count))
  })
  return related
}

/** Tags and terms as numbers, the posts of each and those of each post, in two flat arrays. */
interface Features {
  /** The features of post i are `ofPost[postStart[i]]` to `ofPost[postStart[i + 1]]`, ascending. */
  readonly postStart: Int32Array
  readonly ofPost: Int32Array
  /** For each of these, its place among the posts of the feature. */
  readonly place: Int32Array
  readonly featureStart: Int32Array
  /** Posts of each feature, ascending. */
  readonly withFeature: Int32Array
  readonly weight: Float64Array
  /** The length of each post's vector. */
  readonly length: Float64Array
}

function indexFeatures(posts: readonly Relatable[]): Features {
  const numbers = new Map<string, number>()
  const perPost = posts.map((post) => {
    const own = new Set<number>()
    for (const name of namesOf(post)) {
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      own.add(number)
    }
    return Int32Array.from(own).sort()
  })
  const postStart = starts(perPost.map(({ length }) => length))
  const total = postStart[posts.length] ?? 0
  const ofPost = new Int32Array(total)
  const frequency = new Int32Array(numbers.size)
  perPost.forEach((own, index) => {
    ofPost.set(own, postStart[index])
    for (const number of own) frequency[number] = at(frequency, number) + 1
  })
  const featureStart = starts(frequency)
  const withFeature = new Int32Array(total)
  const place = new Int32Array(total)
  const filled = new Int32Array(numbers.size)
  perPost.forEach((own, index) => {
    own.forEach((number, nth) => {
      const next = at(filled, number)
      filled[number] = next + 1
      place[at(postStart, index) + nth] = next
      withFeature[at(featureStart, number) + next] = index
    })
  })
  const weight = weigh(numbers, frequency, posts.length)
  const length = Float64Array.from(perPost, (own) =>
    Math.sqrt(own.reduce((sum, number) => sum + at(weight, number) ** 2, 0)),
  )
  return { postStart, ofPost, place, featureStart, withFeature, weight, length }
}

/** Tags begin with `#`, so that a term that reads like a tag is another feature. */
function* namesOf({ tags, terms }: Relatable): Generator<string> {
  for (const tag of tags) yield `#${tag.normalize('NFC').toLowerCase()}`
  yield* terms
}

/** What every post has says nothing: the rarer, the weightier. */
function weigh(numbers: ReadonlyMap<string, number>, frequency: Int32Array, posts: number): Float64Array {
  const weight = new Float64Array(numbers.size)
  for (const [name, number] of numbers) {
    weight[number] = Math.log((posts + 1) / at(frequency, number)) * (name.startsWith('#') ? tagWeight : 1)
  }
  return weight
}

/** Finds the related ones of a post; holds the arrays that each search uses again. */
class Finder {
  readonly #score: Float64Array
  readonly #series: Int32Array

  constructor(
    private readonly features: Features,
    private readonly posts: readonly Relatable[],
  ) {
    this.#score = new Float64Array(posts.length)
    const names = new Map<string, number>()
    this.#series = Int32Array.from(posts, ({ series }) => {
      if (series === null) return -1
      const number = names.get(series) ?? names.size
      names.set(series, number)
      return number
    })
  }

  find(index: number, count: number): PostId[] {
    const likest = new Best(count)
    for (const candidate of this.#candidates(index, Math.max(count, shortlist))) {
      const likeness = this.#likeness(index, candidate)
      if (likeness >= leastLikeness) likest.offer(candidate, likeness)
    }
    return likest.items.flatMap((item) => this.posts[item]?.id ?? [])
  }

  /** Those that share most with the post, as far as that is seen from the neighbourhoods of its features. */
  #candidates(index: number, most: number): number[] {
    const { postStart, ofPost, place, featureStart, withFeature, weight } = this.features
    const score = this.#score
    const series = at(this.#series, index)
    const touched: number[] = []
    for (let i = at(postStart, index); i < at(postStart, index + 1); i++) {
      const feature = at(ofPost, i)
      const start = at(featureStart, feature)
      const end = at(featureStart, feature + 1)
      const here = start + at(place, i)
      const from = Math.max(start, Math.min(here - reach, end - 2 * reach - 1))
      const to = Math.min(end, Math.max(here + reach + 1, start + 2 * reach + 1))
      const gain = at(weight, feature)
      for (let j = from; j < to; j++) {
        const other = at(withFeature, j)
        if (other === index || (series !== -1 && at(this.#series, other) === series)) continue
        const before = at(score, other)
        if (before === 0) touched.push(other)
        score[other] = before + gain
      }
    }
    const best = new Best(most)
    for (const other of touched) {
      best.offer(other, at(score, other))
      score[other] = 0
    }
    return best.items
  }

  /** The cosine of the angle between two posts, from 0 to 1; the same both ways. */
  #likeness(one: number, other: number): number {
    const { postStart, ofPost, weight, length } = this.features
    let [i, j] = [at(postStart, one), at(postStart, other)]
    const [iEnd, jEnd] = [at(postStart, one + 1), at(postStart, other + 1)]
    let sum = 0
    while (i < iEnd && j < jEnd) {
      const [a, b] = [at(ofPost, i), at(ofPost, j)]
      if (a === b) sum += at(weight, a) ** 2
      if (a <= b) i++
      if (b <= a) j++
    }
    return sum === 0 ? 0 : sum / (at(length, one) * at(length, other))
  }
}

/** The best of what was offered, best first; of equals the smaller number. */
class Best {
  readonly items: number[] = []
  readonly #scores: number[] = []
  /** What a score has to reach; nearly all that is offered falls short of it. */
  #least = 0

  constructor(private readonly most: number) {}

  offer(item: number, score: number): void {
    if (score < this.#least) return
    const { items, most } = this
    const scores = this.#scores
    let i = items.length
    while (i > 0 && comesBefore(score, item, scores[i - 1] ?? 0, items[i - 1] ?? 0)) i--
    if (i === most) return
    items.splice(i, 0, item)
    scores.splice(i, 0, score)
    if (items.length > most) {
      items.pop()
      scores.pop()
    }
    if (items.length === most) this.#least = scores[most - 1] ?? 0
  }
}

const comesBefore = (score: number, item: number, otherScore: number, other: number) =>
  score > otherScore || (score === otherScore && item < other)

/** Where each begins when they stand one after the other, and where the last ends. */
function starts(lengths: ArrayLike<number>): Int32Array {
  const result = new Int32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) result[i + 1] = at(result, i) + (lengths[i] ?? 0)
  return result
}

/** An element that is there. */
const at = (array: Int32Array | Float64Array, index: number) => array[index] as number
