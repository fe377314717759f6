import type { Reference } from './reference'
import { pushTag, tagAt } from './scan-html'

/**
 * A destination: `<in angle brackets>`, or without spaces and with balanced parentheses; the tags of
 * Jekyll and Hugo (`{{ … }}`, `{% … %}`) may stand in it and may have spaces. Lengths are bounded so that
 * no input makes it slow.
 */
const template = /\{\{.{0,300}?\}\}|\{%.{0,300}?%\}/.source
const plain = /\\.|(?!\{[{%])[^\s()\\]/.source
const destination = `<([^<>\\n]{0,2000})>|((?:${template}|\\((?:${plain}){0,500}\\)|${plain}){1,2000})`
const title = /"(?:\\.|[^"\\]){0,1000}"|'(?:\\.|[^'\\]){0,1000}'|\((?:\\.|[^()\\]){0,1000}\)/.source
const strict = new RegExp(`\\(\\s*(?:${destination})(?:\\s+(?:${title}))?\\s*\\)`, 'ysd')
/** `![alt](my picture.png "title")`: no link for CommonMark, one for many editors. Taken only if the file is there. */
const lenient = new RegExp(`\\([ \\t]*([^()<>\\n"']{1,500}?)(?:[ \\t]+(?:${title}))?[ \\t]*\\)`, 'yd')
const definition = new RegExp(
  `^[ \\t>]*\\[(?!\\^)(?:\\\\.|[^\\]\\\\\\n]){1,999}\\]:[ \\t]*\\n?[ \\t]*(?:${destination})`,
  'gmd',
)
const wikilink = /(!?)\[\[([^[\]\n|]{1,300}?)(?:\\?\|([^[\]\n]{0,500}))?\]\]/y
const figure =
  /\{\{[<%]\s*(?:figure|img|image)\s+((?:[^"`>]|"[^"]{0,500}"|`[^`]{0,500}`){0,1000}?)\/?\s*[%>]\}\}/y

/** Finds references in inline Markdown. Skips code spans, raw HTML's text and what is escaped. */
export function scanInline(source: string, start: number, end: number, found: Reference[]): void {
  const text = source.slice(start, end)
  const ticks = tickRuns(text)
  const lastComment = text.lastIndexOf('-->')
  const lastTemplate = text.lastIndexOf('}}')
  const openers: ('link' | 'image')[] = []
  let at = 0
  while (at < text.length) {
    const character = text[at]
    if (character === '\\') at += 2
    else if (character === '`') at = skipCode(text, at, ticks)
    else if (character === '<') at = takeTag(text, at, lastComment, start, found)
    else if (character === '{' && at < lastTemplate) at = takeFigure(text, at, start, found)
    else if (character === '[' || (character === '!' && text[at + 1] === '[')) {
      const next = takeWikilink(text, at, start, found)
      if (next === at) openers.push(character === '!' ? 'image' : 'link')
      at = next > at ? next : at + (character === '!' ? 2 : 1)
    } else if (character === ']') {
      const kind = openers.pop()
      at =
        kind !== undefined && text[at + 1] === '('
          ? takeDestination(text, at + 1, start, kind, found)
          : at + 1
    } else at++
  }
}

/** Finds the destinations of link definitions (`[label]: path "title"`). */
export function scanDefinitions(source: string, start: number, end: number, found: Reference[]): void {
  const text = source.slice(start, end)
  if (!text.includes(']:')) return
  for (const match of text.matchAll(definition)) {
    pushDestination(match.indices?.[1], match.indices?.[2], text, start, 'link', found)
  }
}

interface Runs {
  readonly starts: number[]
  /** How many of them lie before the place that is read. */
  passed: number
}

/** Where runs of backticks begin, by their length. */
function tickRuns(text: string): Map<number, Runs> {
  const runs = new Map<number, Runs>()
  for (const match of text.matchAll(/`+/g)) {
    const known = runs.get(match[0].length)
    if (known === undefined) runs.set(match[0].length, { starts: [match.index], passed: 0 })
    else known.starts.push(match.index)
  }
  return runs
}

/** The place after a code span, or after the backticks when no others of their number close it. */
function skipCode(text: string, at: number, ticks: Map<number, Runs>): number {
  let length = 1
  while (text[at + length] === '`') length++
  const runs = ticks.get(length)
  if (runs === undefined) return at + length
  while ((runs.starts[runs.passed] ?? text.length) < at + length) runs.passed++
  return (runs.starts[runs.passed] ?? at) + length
}

function takeTag(text: string, at: number, lastComment: number, start: number, found: Reference[]): number {
  const tag = tagAt(text, at, lastComment)
  if (tag === undefined) return at + 1
  pushTag(tag, start + at, found)
  return at + tag.length
}

function takeWikilink(text: string, at: number, start: number, found: Reference[]): number {
  wikilink.lastIndex = at
  const match = wikilink.exec(text)
  if (match === null) return at
  const [whole, mark, target = '', label] = match
  const kind = mark === '!' ? 'embed' : 'wikilink'
  found.push({ kind, start: start + at, end: start + at + whole.length, target: target.trim(), label })
  return at + whole.length
}

function takeFigure(text: string, at: number, start: number, found: Reference[]): number {
  figure.lastIndex = at
  const match = figure.exec(text)
  if (match === null) return at + 1
  const attributes = new Map(
    [...(match[1] ?? '').matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|`([^`]*)`|(\S+))/g)].map((part) => [
      part[1],
      part[2] ?? part[3] ?? part[4] ?? '',
    ]),
  )
  const target = attributes.get('src')
  if (target !== undefined) {
    const [label, caption] = [attributes.get('alt'), attributes.get('caption') ?? attributes.get('title')]
    found.push({ kind: 'figure', start: start + at, end: start + figure.lastIndex, target, label, caption })
  }
  return figure.lastIndex
}

function takeDestination(
  text: string,
  at: number,
  start: number,
  kind: 'link' | 'image',
  found: Reference[],
): number {
  for (const pattern of [strict, lenient]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    pushDestination(match.indices?.[1], match.indices?.[2], text, start, kind, found)
    return pattern.lastIndex
  }
  return at
}

type Range = [number, number] | undefined

/** @param angled the range inside angle brackets, which are replaced with it */
function pushDestination(
  angled: Range,
  bare: Range,
  text: string,
  start: number,
  kind: 'link' | 'image',
  found: Reference[],
): void {
  const range = angled ?? bare
  if (range === undefined) return
  const target = text.slice(range[0], range[1])
  const inBrackets = text[range[0] - 1] === '<' && text[range[1]] === '>' ? 1 : 0
  found.push({ kind, start: start + range[0] - inBrackets, end: start + range[1] + inBrackets, target })
}
