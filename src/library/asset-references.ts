import { codeRanges } from './code-ranges'
import { isEscaped } from './code-spans'

/** One place where a text refers to an original. */
export interface AssetReference {
  /** As the library names it: `media/diagram-3f2a91bc04de.png`. */
  readonly path: string
  /** UTF-16 code units into the text, around what names the original. */
  readonly from: number
  readonly to: number
  /** Images shown from here whose alternative text is empty or blank. */
  readonly missingAlt: number
}

/** The originals that a post refers to, and how many of their images have no alternative text. */
export type AssetUses = ReadonlyMap<string, number>

interface Face {
  readonly body: string
  readonly cover: string | null
}

/**
 * What a post refers to, in its text or as its cover, as it reads now or as the site shows it. Missing
 * alternative texts are counted in what it reads now: only that can be mended.
 */
export function findAssetUses(working: Face, released: Face | undefined): AssetUses {
  const uses = new Map<string, number>()
  const note = (path: string, missingAlt: number) => uses.set(path, (uses.get(path) ?? 0) + missingAlt)
  for (const { path, missingAlt } of findAssetReferences(working.body)) note(path, missingAlt)
  if (released) for (const { path } of findAssetReferences(released.body)) note(path, 0)
  for (const cover of [working.cover, released?.cover]) {
    const path = cover === null || cover === undefined ? undefined : assetPathIn(cover)
    if (path !== undefined) note(path, 0)
  }
  return uses
}

/** The name of an original as it may be written: percent-encoded, and with `./` or `/` before it. */
const written = /media\/[^\s/()<>"'[\]\\]{1,600}?-[0-9a-f]{12}\.[a-z0-9]{1,8}(?![\w%-])/g

/**
 * Every place in a Markdown text that refers to an original: images and links, inline or by reference, and
 * tags of raw HTML. A scan and no parser: it leaves out what stands in fences and code spans, and takes what
 * it can't judge for a reference, so that nothing in use is ever called unused.
 */
export function findAssetReferences(body: string): AssetReference[] {
  const candidates = body.includes('media/') ? [...body.matchAll(written)] : []
  if (candidates.length === 0) return []
  const isCode = codeRanges(body)
  const textless = countTextless(body)
  return candidates.flatMap(({ index: from, 0: name }) => {
    const missingAlt = isCode(from) ? undefined : judge(body, from, textless)
    return missingAlt === undefined ? [] : [{ path: decode(name), from, to: from + name.length, missingAlt }]
  })
}

/** The original that a cover names; undefined when it names none. */
export function assetPathIn(cover: string): string | undefined {
  const match = /^(?:\.?\/)?(media\/[^/]+)$/.exec(cover)
  return match?.[1] === undefined ? undefined : decode(match[1])
}

/** How many images without alternative text a name at `from` shows; undefined when it is only text. */
function judge(body: string, from: number, textless: ReadonlyMap<string, number>): number | undefined {
  // No label or tag worth the name is longer; a scan must not take the square of the text's length.
  const before = body.slice(Math.max(0, from - 4000), from)
  const inline = /\]\(\s*<?\s*(?:\.?\/)?$/.exec(before)
  if (inline) return inlineMissingAlt(before, inline.index)
  const definition =
    /(?:^|\n)[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*\[((?:[^\]\\]|\\.)+)\]:\s*<?(?:\.?\/)?$/.exec(before)
  if (definition) return textless.get(normaliseLabel(definition[1] ?? '')) ?? 0
  const tag = /<([a-z]+)(?=[\s/])[^<>]*$/i.exec(before)
  if (tag) return tagMissingAlt(body, before, tag, from)
  return undefined
}

/** `](` was found at `end` of `before`: is it an image, and what is between its brackets? */
function inlineMissingAlt(before: string, end: number): number {
  let depth = 1
  let at = end - 1
  for (; at >= 0; at--) {
    if (isEscaped(before, at)) continue
    if (before[at] === ']') depth++
    else if (before[at] === '[' && --depth === 0) break
  }
  const isImage = at > 0 && before[at - 1] === '!' && !isEscaped(before, at - 1)
  return isImage && before.slice(at + 1, end).trim() === '' ? 1 : 0
}

/** How often `![][label]` is there, by label. `![label]` has its label as text. */
function countTextless(body: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [, label = ''] of body.matchAll(/!\[\s*\]\[((?:[^\]\\]|\\.)+)\]/g)) {
    const name = normaliseLabel(label)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

const normaliseLabel = (label: string) => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()

function tagMissingAlt(body: string, before: string, tag: RegExpExecArray, from: number): number {
  if (tag[1]?.toLowerCase() !== 'img' || !/\ssrc\s*=\s*["']?(?:\.?\/)?$/i.test(before)) return 0
  const end = body.indexOf('>', from)
  const whole = before.slice(tag.index) + body.slice(from, end < 0 ? from + 4000 : end)
  const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(whole)
  return (alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '').trim() === '' ? 1 : 0
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // A stray percent sign: it is taken as it stands.
  }
}
