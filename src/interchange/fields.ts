import { hostOf, isSlug, type PostFields, type PostKind, slugify } from '../document'
import { readDate } from './dates'
import {
  addressNames,
  coverNames,
  dateNames,
  draftNames,
  isYes,
  languageNames,
  plainName,
  slugNames,
  summaryNames,
} from './names'
import { isMap, type Plain } from './plain'
import { readTags } from './tags'

/** What a front matter says, in the terms of a post. */
export interface ReadFields {
  /** Undefined where the front matter says nothing. */
  readonly title: string | undefined
  readonly date: string | undefined
  /** The slug that it asks for, ready to use. */
  readonly slug: string | undefined
  /** Addresses that the post had, as they are written: permalink, aliases, canonical. */
  readonly addresses: readonly string[]
  readonly summary: string
  readonly isDraft: boolean
  readonly tags: readonly string[]
  readonly cover: Cover | undefined
  readonly language: string | null
  readonly kind: PostKind
  readonly series: string | null
  readonly canonicalUrl: string | null
  /** What Longhand has no use for. */
  readonly extra: { readonly [name: string]: Plain }
  readonly warnings: readonly string[]
}

/** Where the cover lies, and under which name it is written, to be kept there if it leads nowhere. */
interface Cover {
  readonly target: string
  readonly name: string
  readonly value: Plain
}

type Values = { readonly [name: string]: Plain }

/** Hands out values by any of their spellings and remembers which were used. */
class Reader {
  readonly warnings: string[] = []
  private readonly used = new Set<string>()
  private readonly byName = new Map<string, string>()

  constructor(
    private readonly values: Values,
    private readonly written: (name: string) => Plain | undefined,
  ) {
    for (const name of Object.keys(values)) {
      if (!this.byName.has(plainName(name))) this.byName.set(plainName(name), name)
    }
  }

  /** The first of `names` whose value `read` understands; with it the value counts as used. */
  first<Result>(
    names: readonly string[],
    read: (value: Plain, name: string) => Result | undefined,
    options: { keep?: boolean } = {},
  ): Result | undefined {
    for (const plain of names) {
      const name = this.byName.get(plain)
      const value = name === undefined ? undefined : this.values[name]
      if (name === undefined || value === undefined || value === null) continue
      const result = read(value, name)
      if (result === undefined) continue
      if (options.keep !== true) this.used.add(name)
      return result
    }
    return undefined
  }

  /** Text as it is written: `007` stays `007` though YAML takes it for a number. */
  text = (value: Plain, name: string): string | undefined => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
    const written = typeof value === 'string' ? value : (this.written(name) ?? value)
    const text = String(written).trim()
    return text === '' ? undefined : text
  }

  rest(): Values {
    return Object.fromEntries(Object.entries(this.values).filter(([name]) => !this.used.has(name)))
  }
}

/** Reads the fields of a post from its front matter. Never throws; what it can't use stays in `extra`. */
export function readFields(values: Values, written: (name: string) => Plain | undefined): ReadFields {
  const reader = new Reader(values, written)
  const warnings = reader.warnings
  const title = reader.first(['title'], reader.text)?.replace(/\s+/g, ' ')
  const summary = reader.first(summaryNames, reader.text) ?? ''
  const canonicalUrl = reader.first(['canonical', 'canonicalurl', 'canonicallink'], readUrl) ?? null
  return {
    title: title === undefined ? undefined : shorten(title, 1000, 'title', warnings),
    date: readPostDate(reader),
    ...readAddresses(reader, canonicalUrl),
    summary: shorten(summary, 10_000, 'summary', warnings),
    isDraft: readDraft(reader),
    tags: readTags((names, read) => reader.first(names, read), written, warnings),
    cover: reader.first(coverNames, readCover),
    language: reader.first(languageNames, readLanguage) ?? null,
    canonicalUrl,
    kind: readKind(reader),
    series: reader.first(['series'], readSeries) ?? null,
    extra: reader.rest(),
    warnings,
  }
}

/** The fields that are a post's own, without what depends on the library or on other files. */
export function postFields(read: ReadFields): PostFields {
  return {
    summary: read.summary,
    tags: [...read.tags],
    status: read.isDraft ? 'draft' : 'published',
    language: read.language,
    canonicalUrl: read.canonicalUrl,
    kind: read.kind,
    series: read.series,
  }
}

function shorten(text: string, length: number, what: string, warnings: string[]): string {
  if (text.length <= length) return text
  warnings.push(`Its ${what} has more than ${length} characters and was cut there.`)
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

function readPostDate(reader: Reader): string | undefined {
  let unreadable: string | undefined
  const date = reader.first(dateNames, (value) => {
    // `published: true` says whether, not when.
    if (typeof value === 'boolean') return undefined
    const date = readDate(value)
    if (date === undefined) unreadable ??= String(value)
    return date
  })
  if (date === undefined && unreadable !== undefined) {
    reader.warnings.push(`Its date “${unreadable.slice(0, 80)}” is not a date that can be read for certain.`)
  }
  return date
}

function readDraft(reader: Reader): boolean {
  const says = (names: readonly string[]) =>
    reader.first(names, (value) => (isYes(value) === undefined ? undefined : { yes: isYes(value) }))
  const draft = says(draftNames)?.yes === true
  const unpublished = says(['published', 'publish'])?.yes === false
  const status = reader.first(['status', 'poststatus'], (value) =>
    value === 'draft' || value === 'published' || value === 'publish' ? value : undefined,
  )
  return draft || unpublished || status === 'draft'
}

function readAddresses(reader: Reader, canonicalUrl: string | null) {
  // An address stays in `extra` as well: a slug alone doesn't say where the post was.
  const permalink = reader.first(addressNames, reader.text, { keep: true })
  const aliases = reader.first(['aliases', 'redirectfrom'], readTexts, { keep: true }) ?? []
  const wanted = reader.first(slugNames, reader.text) ?? slugOfPermalink(permalink)
  const slug = wanted === undefined ? undefined : slugify(wanted)
  if (slug !== undefined && wanted !== undefined && !isSlug(wanted)) {
    reader.warnings.push(`Its slug “${wanted.slice(0, 80)}” can’t be an address; it became “${slug}”.`)
  }
  const addresses = [permalink, canonicalUrl, ...aliases].filter((address) => address != null)
  return { slug, addresses }
}

function slugOfPermalink(permalink: string | undefined): string | undefined {
  // `/:year/:title/` is a pattern, not an address.
  if (permalink === undefined || /[:{]/.test(permalink.replace(/^https?:/, ''))) return undefined
  const last =
    permalink
      .replace(/[?#].*$/, '')
      .replace(/\/(?:index\.html?)?$/, '')
      .split('/')
      .at(-1) ?? ''
  const name = last.replace(/\.\w{2,5}$/, '')
  if (name === '') return undefined
  try {
    return slugify(decodeURIComponent(name))
  } catch {
    return slugify(name)
  }
}

/** `page: true`, Jekyll's `layout: page`, Hugo's `type: page`. Other layouts and types stay as they came. */
function readKind(reader: Reader): PostKind {
  const isPage =
    reader.first(['page'], (value) => (typeof value === 'boolean' ? { yes: value } : undefined))?.yes === true
  const isNamedPage =
    reader.first(['type', 'layout'], (value) => (value === 'page' ? value : undefined)) !== undefined
  return isPage || isNamedPage ? 'page' : 'post'
}

/** The name of a series; the first of several, which Hugo has as a taxonomy. */
function readSeries(value: Plain): string | undefined {
  const name = readTexts(value)?.[0]?.trim().slice(0, 200)
  return name === '' ? undefined : name
}

function readUrl(value: Plain): string | undefined {
  const address = typeof value === 'string' ? value.trim() : ''
  return hostOf(address) === undefined ? undefined : address
}

function readTexts(value: Plain): string[] | undefined {
  const items = Array.isArray(value) ? value : [value]
  const texts = items.filter((item) => typeof item === 'string')
  return texts.length > 0 ? texts : undefined
}

function readLanguage(value: Plain): string | undefined {
  if (typeof value !== 'string') return undefined
  const language = value.trim().replace(/\..*$/, '').replaceAll('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) && language.length <= 35 ? language : undefined
}

function readCover(value: Plain, name: string): Cover | undefined {
  // `featured: yes` and `header: Welcome` are no pictures; as maps they hold one.
  if (typeof value === 'string' && ['featured', 'header'].includes(plainName(name))) return undefined
  const target = coverTarget(value, 0)
  return target === undefined ? undefined : { target, name, value }
}

/** A path, or a map that has one: `{ url, alt }`, `{ src }`, `{ image, caption }`, `[{ … }]`. */
function coverTarget(value: Plain, depth: number): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (depth > 2) return undefined
  if (Array.isArray(value)) return value[0] === undefined ? undefined : coverTarget(value[0], depth + 1)
  if (!isMap(value)) return undefined
  for (const name of ['url', 'src', 'image', 'path', 'file', 'feature', 'teaser', 'og_image']) {
    const inner = value[name]
    const found = inner === undefined ? undefined : coverTarget(inner, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
