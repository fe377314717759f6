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
const reach = 7
/** How many posts that share most are compared in full. */
const shortlist = 8
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
  const finder = new Finder(features, sorted, count)
  sorted.forEach((post, index) => {
    related.set(post.id, finder.find(index))
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
    const own: number[] = []
    for (const name of namesOf(post)) {
      const number = numbers.get(name) ?? numbers.size
      if (number === numbers.size) numbers.set(name, number)
      if (!own.includes(number)) own.push(number)
    }
    return own.sort((a, b) => a - b)
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
const namesOf = ({ tags, terms }: Relatable): string[] => [
  ...tags.map((tag) => `#${tag.normalize('NFC').toLowerCase()}`),
  ...terms,
]

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
  readonly #touched: Int32Array
  readonly #nearest: Best
  readonly #likest: Best

  constructor(
    private readonly features: Features,
    private readonly posts: readonly Relatable[],
    count: number,
  ) {
    this.#score = new Float64Array(posts.length)
    this.#touched = new Int32Array(posts.length)
    this.#nearest = new Best(Math.max(count, shortlist))
    this.#likest = new Best(count)
    const names = new Map<string, number>()
    this.#series = Int32Array.from(posts, ({ series }) => {
      if (series === null) return -1
      const number = names.get(series) ?? names.size
      names.set(series, number)
      return number
    })
  }

  find(index: number): PostId[] {
    for (const candidate of this.#candidates(index)) {
      const likeness = this.#likeness(index, candidate)
      if (likeness >= leastLikeness) this.#likest.offer(candidate, likeness)
    }
    const found: PostId[] = []
    for (const item of this.#likest.take()) {
      const post = this.posts[item]
      if (post !== undefined) found.push(post.id)
    }
    return found
  }

  /** Those that share most with the post, as far as that is seen from the neighbourhoods of its features. */
  #candidates(index: number): Int32Array {
    const { postStart, ofPost, place, featureStart, withFeature, weight } = this.features
    const score = this.#score
    const series = at(this.#series, index)
    const touched = this.#touched
    let count = 0
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
        if (before === 0) touched[count++] = other
        score[other] = before + gain
      }
    }
    for (let i = 0; i < count; i++) {
      const other = at(touched, i)
      this.#nearest.offer(other, at(score, other))
      score[other] = 0
    }
    return this.#nearest.take()
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

/** The best of what was offered, best first; of equals the smaller number. Used again for each search. */
class Best {
  readonly #items: Int32Array
  readonly #scores: Float64Array
  #count = 0

  constructor(private readonly most: number) {
    this.#items = new Int32Array(most)
    this.#scores = new Float64Array(most)
  }

  offer(item: number, score: number): void {
    const items = this.#items
    const scores = this.#scores
    let i = this.#count
    if (i === this.most) {
      // Nearly all that is offered falls short of what is there.
      if (!comesBefore(score, item, at(scores, i - 1), at(items, i - 1))) return
      i--
    } else this.#count++
    for (; i > 0 && comesBefore(score, item, at(scores, i - 1), at(items, i - 1)); i--) {
      items[i] = at(items, i - 1)
      scores[i] = at(scores, i - 1)
    }
    items[i] = item
    scores[i] = score
  }

  /** Hands the best over, and forgets them. They are not to be kept. */
  take(): Int32Array {
    const found = this.#items.subarray(0, this.#count)
    this.#count = 0
    return found
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
