/** What stands behind the opening fence of a code block. */
export interface CodeInfo {
  /** The first word: the language as it was written; empty when there is none. */
  readonly language: string
  readonly title: string
  /** Numbers, from 1, of the lines to mark. */
  readonly marked: ReadonlySet<number>
  /** The number of the first line when lines are numbered; null when they are not. */
  readonly firstLine: number | null
  /** Whether `+` and `-` at the start of a line mean added and removed, the rest being code in the language. */
  readonly isDiff: boolean
}

/** More marked lines than a page can use; a range such as `{1-999999999}` must not fill the memory. */
const maxMarked = 10_000

/**
 * Reads `ts title="src/a.ts" {1,3-5} showLineNumbers diff`; everything but the language is optional, in any
 * order, and what it does not know it leaves out. Never throws.
 * @param info the info string, its escapes and character references resolved
 */
export function readCodeInfo(info: string): CodeInfo {
  const text = info.trim()
  const language = /^(?!\{)(?!title=)[^\s{]*(?:\{(?!\d)[^\s{]*)*/.exec(text)?.[0] ?? ''
  const rest = text.slice(language.length)
  const title = /(?:^|\s)(?:title|filename)=(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(rest)
  const options = title ? rest.replace(title[0], ' ') : rest
  const numbers = /(?:^|\s)showLineNumbers(?:=(\d{1,6}))?(?=\s|$)/.exec(options)
  return {
    language,
    title: title?.[1] ?? title?.[2] ?? title?.[3] ?? '',
    marked: readRanges(/\{([\d,\s-]+)\}/.exec(options)?.[1] ?? ''),
    firstLine: numbers ? Number(numbers[1] ?? 1) : null,
    isDiff: /(?:^|\s)diff(?=\s|$)/.test(options),
  }
}

/** `1,3-5` → 1, 3, 4, 5. */
function readRanges(text: string): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const part of text.split(',')) {
    const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part)
    if (range === null) continue
    const last = Number(range[2] ?? range[1])
    for (let line = Number(range[1]); line <= last && lines.size < maxMarked; line++) lines.add(line)
  }
  return lines
}
