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

/** How far back a label or a tag may begin: a scan must not take the square of the text's length. */
const reach = 4000

/** How many images without alternative text a name at `from` shows; undefined when it is only text. */
function judge(body: string, from: number, textless: ReadonlyMap<string, number>): number | undefined {
  const inline = /\]\(\s*<?\s*(?:\.?\/)?$/.exec(body.slice(Math.max(0, from - 100), from))
  if (inline) return inlineMissingAlt(body, from - inline[0].length)
  // Its address may stand on the line after the label.
  const line = body.lastIndexOf('\n', from - 1)
  const before = body.slice(Math.max(body.lastIndexOf('\n', line - 1) + 1, from - reach, 0), from)
  const label = definition.exec(before)?.[1]
  if (label !== undefined) return textless.get(normaliseLabel(label)) ?? 0
  return tagMissingAlt(body, from)
}

const definition = /(?:^|\n)[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*\[((?:[^\]\\]|\\.)+)\]:\s*<?(?:\.?\/)?$/

/** `](` is at `end`: is it an image, and what is between its brackets? */
function inlineMissingAlt(body: string, end: number): number {
  let depth = 1
  let at = end - 1
  for (; at >= Math.max(0, end - reach); at--) {
    if (isEscaped(body, at)) continue
    if (body[at] === ']') depth++
    else if (body[at] === '[' && --depth === 0) break
  }
  const isImage = at > 0 && body[at - 1] === '!' && !isEscaped(body, at - 1)
  return isImage && body.slice(at + 1, end).trim() === '' ? 1 : 0
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

/** A tag that is open, perhaps in the middle of an attribute. What is in quotes may look like its end. */
const openTag = /^<([a-z]+)(?=[\s/])(?:[^<>"']|"[^"]*"|'[^']*')*(?:["'][^"']*)?$/i

function tagMissingAlt(body: string, from: number): number | undefined {
  let at = from
  for (let attempt = 0; attempt < 4; attempt++) {
    at = body.lastIndexOf('<', at - 1)
    if (at < Math.max(0, from - reach)) return undefined
    const before = body.slice(at, from)
    const name = openTag.exec(before)?.[1]
    if (name === undefined) continue
    if (name.toLowerCase() !== 'img' || !/\ssrc\s*=\s*["']?(?:\.?\/)?$/i.test(before)) return 0
    return isTextless(body.slice(at, from + reach)) ? 1 : 0
  }
  return undefined
}

/** Whether the tag that a text begins with has no alternative text. */
function isTextless(text: string): boolean {
  const tag = /^<img(?:[^<>"']|"[^"]*"|'[^']*')*/i.exec(text)?.[0] ?? ''
  const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)
  return (alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '').trim() === ''
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // A stray percent sign: it is taken as it stands.
  }
}
