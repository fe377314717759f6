import { parse as parseToml } from 'smol-toml'
import { isMap, type Plain, toPlain } from './plain'
import { parseYaml } from './yaml'

export type FrontMatter =
  | {
      readonly kind: 'read'
      readonly values: { readonly [name: string]: Plain }
      /** A value as it is written (`1.10`, `007`), where the format has types that would change it. */
      readonly written: (name: string) => Plain | undefined
      readonly body: string
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

interface Split {
  readonly format: 'yaml' | 'toml' | 'json'
  readonly head: string
  readonly body: string
  /** The line of the file on which `head` starts, from 1. */
  readonly line: number
}

/** Front matter larger than this is no front matter. */
const maxBytes = 64 * 1024

const refused = (reason: string): FrontMatter => ({ kind: 'refused', reason })

/**
 * Parts a post's source into its front matter (YAML between `---`, TOML between `+++`, or a JSON object)
 * and its body. A source without front matter is all body. Aliases, merge keys and documents that are no
 * map are refused, so that a small file can never grow into a large one.
 */
export function readFrontMatter(source: string): FrontMatter {
  const split = splitSource(source)
  if (split === undefined) return allBody(source)
  if (split === 'open') return refused('Its front matter has no end: a line with “---” is missing.')
  if (new TextEncoder().encode(split.head).length > maxBytes) {
    return refused(`Its front matter is larger than ${maxBytes / 1024} KB.`)
  }
  const parsed = parse(split)
  if (parsed.kind === 'refused') return parsed
  const values = parsed.value ?? {}
  // A thematic break with text after it, and another one further down.
  if (!isMap(values) && /^[ \t]*\n/.test(split.head)) return allBody(source)
  if (!isMap(values)) return refused('Its front matter is not a list of names and values.')
  return { kind: 'read', values, written: parsed.written, body: split.body, warnings: parsed.warnings }
}

function allBody(source: string): FrontMatter {
  return { kind: 'read', values: {}, written: () => undefined, body: source, warnings: [] }
}

/** Undefined when there is none; `open` when it begins and never ends. */
function splitSource(source: string): Split | 'open' | undefined {
  const opening = /^(?:---[ \t]*(yaml|toml|json)?|(\+\+\+))[ \t]*\n/.exec(source)
  if (opening === null) return splitJson(source)
  const fence = opening[2] === undefined ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm : /^\+\+\+[ \t]*(?:\n|$)/gm
  fence.lastIndex = opening[0].length
  const closing = fence.exec(source)
  if (closing === null) {
    // A thematic break may open a text; a name and a value after it is front matter that was cut off.
    return opening[2] !== undefined || /^[\w-]+[ \t]*:/.test(source.slice(opening[0].length))
      ? 'open'
      : undefined
  }
  const format = opening[2] === undefined ? ((opening[1] ?? 'yaml') as Split['format']) : 'toml'
  const head = source.slice(opening[0].length, closing.index)
  return { format, head, body: source.slice(fence.lastIndex), line: 2 }
}

/** Hugo takes a JSON object at the start of the file; where it ends is found by its braces. */
function splitJson(source: string): Split | undefined {
  if (!/^\{\s*\n?\s*"/.test(source)) return undefined
  const token = /"(?:\\.|[^"\\\n])*"|[{}]/g
  let depth = 0
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}') depth--
    if (depth > 0) continue
    const end = token.lastIndex
    return {
      format: 'json',
      head: source.slice(0, end),
      body: source.slice(end).replace(/^[ \t]*\n/, ''),
      line: 1,
    }
  }
  return undefined
}

type Parsed =
  | {
      readonly kind: 'parsed'
      readonly value: Plain
      readonly written: (name: string) => Plain | undefined
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

function parse(split: Split): Parsed {
  if (split.format === 'yaml') return parseYaml(split.head, split.line)
  try {
    const value = split.format === 'toml' ? parseToml(split.head) : JSON.parse(split.head)
    return { kind: 'parsed', value: toPlain(value), written: () => undefined, warnings: [] }
  } catch (error) {
    if (error instanceof RangeError)
      return { kind: 'refused', reason: 'Its front matter is nested too deeply.' }
    const line = (error as { line?: number }).line
    const where = line === undefined ? '' : ` in line ${line + split.line - 1}`
    const why = String((error as Error).message).split('\n')[0]
    return { kind: 'refused', reason: `Its front matter can’t be read${where}: ${why}.` }
  }
}
