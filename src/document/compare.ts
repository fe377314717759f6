import { diffArrays } from 'diff'
import type { PostFace } from './face'

/** A stretch of two texts that are compared: in both, in the later alone, or in the earlier alone. */
export interface DifferencePart {
  readonly kind: 'same' | 'inserted' | 'removed'
  readonly text: string
}

/** A field that reads otherwise, as words. */
interface FieldDifference {
  readonly name: 'slug' | 'date' | 'tags' | 'cover' | 'language' | 'canonicalUrl' | 'series'
  readonly from: string
  readonly to: string
}

/** What changed between two states of a post. */
export interface FaceDifference {
  readonly fields: readonly FieldDifference[]
  readonly title: readonly DifferencePart[]
  readonly summary: readonly DifferencePart[]
  readonly body: readonly DifferencePart[]
}

type AddressedFace = PostFace & { readonly slug: string }

/** Texts that differ more than this, in lines or in words, are shown as replaced: nobody could read it otherwise. */
const maxEditLength = 1000

/** Two states of a post: what readers see of it, and where. */
export function compareFaces(from: AddressedFace, to: AddressedFace): FaceDifference {
  const names = ['slug', 'date', 'tags', 'cover', 'language', 'canonicalUrl', 'series'] as const
  return {
    fields: names.flatMap((name) => {
      const [before, after] = [asWords(from[name]), asWords(to[name])]
      return before === after ? [] : [{ name, from: before, to: after }]
    }),
    title: compareTexts(from.title, to.title),
    summary: compareTexts(from.summary, to.summary),
    body: compareTexts(from.body, to.body),
  }
}

const asWords = (value: string | readonly string[] | null): string =>
  typeof value === 'string' ? value : (value ?? []).join(', ')

/**
 * Compares two texts: line by line, and word by word where lines differ. The parts that are `same` or
 * `removed` give `from`, those that are `same` or `inserted` give `to`.
 */
export function compareTexts(from: string, to: string): DifferencePart[] {
  const parts: DifferencePart[] = []
  let removed = ''
  let inserted = ''
  const flush = () => {
    parts.push(...compareWords(removed, inserted))
    removed = ''
    inserted = ''
  }
  for (const part of difference(lines(from), lines(to))) {
    if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'inserted') inserted += part.text
    else {
      flush()
      parts.push(part)
    }
  }
  flush()
  return join(parts)
}

function compareWords(from: string, to: string): DifferencePart[] {
  if (from === '' || to === '') return replacement(from, to)
  return spanGaps(difference(words(from), words(to)))
}

function difference(from: string[], to: string[]): DifferencePart[] {
  const changes = diffArrays(from, to, { maxEditLength })
  if (changes === undefined) return replacement(from.join(''), to.join(''))
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

const replacement = (from: string, to: string): DifferencePart[] =>
  join([
    { kind: 'removed', text: from },
    { kind: 'inserted', text: to },
  ])

/** A space that two changed words have around it reads better as a part of the change. */
function spanGaps(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.flatMap((part, index): DifferencePart[] => {
    const isGap =
      part.kind === 'same' && /^[^\S\n]+$/.test(part.text) && index > 0 && index < parts.length - 1
    return isGap ? replacement(part.text, part.text) : [part]
  })
}

/** Joins neighbours of one kind; between two stretches that are the same, what was removed comes first. */
function join(parts: readonly DifferencePart[]): DifferencePart[] {
  const joined: DifferencePart[] = []
  let removed = ''
  let inserted = ''
  const flush = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (inserted !== '') joined.push({ kind: 'inserted', text: inserted })
    removed = ''
    inserted = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'inserted') inserted += text
    else if (text !== '') {
      flush()
      const last = joined.at(-1)
      if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text }
      else joined.push({ kind, text })
    }
  }
  flush()
  return joined
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Words, spaces and signs, in any script. */
function words(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  )
}
