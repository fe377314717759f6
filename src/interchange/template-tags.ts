/** What a source became once tags of template languages were written as Markdown. */
export interface Untagged {
  readonly source: string
  /** The first tag that Longhand can't read, to be named in a warning. */
  readonly unknown: string | undefined
}

const highlightStart =
  /^([ \t]*)(?:\{%-?\s*highlight\s+(\S+?)(?:\s[^%]*)?-?%\}|\{\{[<%]\s*highlight\s+"?([^\s">]+)"?[^>]*[>%]\}\})[ \t]*$/
const highlightEnd = /^[ \t]*(?:\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*\/\s*highlight\s*[>%]\}\})[ \t]*$/
const fence = /^ {0,3}(`{3,}|~{3,})/
const rawMark = /\{%-?\s*(end)?raw\s*-?%\}/g
/** A mark that has a line of its own goes with its line. */
const rawLine = /^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n/gm

/**
 * Writes Jekyll's and Hugo's `highlight` as fenced code, and drops the `raw` marks that keep Jekyll from
 * reading what is between them. A source without such tags comes back as it is.
 */
export function replaceTemplateTags(source: string): Untagged {
  if (!/\{[%{]/.test(source)) return { source, unknown: undefined }
  const unmarked = dropRawMarks(source)
  const lines = unmarked.split('\n')
  const ends = lines.flatMap((line, index) => (highlightEnd.test(line) ? [index] : []))
  let unknown: string | undefined
  let open: string | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const mark = fence.exec(line)?.[1]
    if (open !== undefined) {
      if (mark?.startsWith(open) && line.trim() === mark) open = undefined
      continue
    }
    if (mark !== undefined) open = mark
    else if (highlightStart.test(line)) index = fenceHighlight(lines, index, ends)
    else unknown ??= unknownTag(line)
  }
  return { source: lines.join('\n'), unknown }
}

function dropRawMarks(source: string): string {
  const ends = [...source.matchAll(rawMark)].map((mark) => mark[1] !== undefined)
  const isPaired = ends.every((isEnd, index) => isEnd === (index % 2 === 1)) && ends.length % 2 === 0
  return isPaired ? source.replace(rawLine, '').replace(rawMark, '') : source
}

/**
 * Makes the tags around some lines a fence longer than any in them; returns the index of the last.
 * @param ends the lines that end a highlight, in order; those before `start` are taken away
 */
function fenceHighlight(lines: string[], start: number, ends: number[]): number {
  while (ends[0] !== undefined && ends[0] < start) ends.shift()
  const end = ends[0]
  const match = highlightStart.exec(lines[start] ?? '')
  if (end === undefined || match === null) return start
  const inside = lines.slice(start + 1, end).join('\n')
  const longest = Math.max(2, ...[...inside.matchAll(/`{3,}/g)].map((run) => run[0].length))
  const marks = '`'.repeat(longest + 1)
  lines[start] = `${match[1] ?? ''}${marks}${match[2] ?? match[3] ?? ''}`
  lines[end] = `${match[1] ?? ''}${marks}`
  return end
}

/** A template tag outside inline code that isn't part of a link. */
function unknownTag(line: string): string | undefined {
  if (/^(?: {4}|\t)/.test(line)) return undefined
  const prose = line.replace(/(`+)[^`]*\1/g, '')
  const tag = /\{%-?\s*(\w+)[^%]{0,200}%\}|\{\{[<%]\s*\/?\s*([\w./-]+)[^}]{0,200}\}\}/.exec(prose)
  if (tag === null || /^(?:post_url|link|ref|relref|figure|img|image)$/.test(tag[1] ?? tag[2] ?? ''))
    return undefined
  return tag[0]
}
