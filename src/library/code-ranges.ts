import { codeSpans, type Range } from './code-spans'

/**
 * Where code is in a Markdown text: inside fences and code spans. A scan that when in doubt says no: a fence
 * counts only while everything stands in it for certain, and a span only where its line
 * and its paragraph agree.
 */
export function codeRanges(body: string): (at: number) => boolean {
  const fences = findFences(body)
  let spans: readonly (readonly Range[])[] | undefined
  return (at) => {
    if (isInside(fences, at)) return true
    if (!hasMarkBefore(body, at)) return false
    spans ??= [codeSpans(body, fences, /\n/g), codeSpans(body, fences, /\n[ \t>]*(?=\n)/g)]
    return spans.every((ranges) => isInside(ranges, at))
  }
}

/** Whether a span can begin before `at` on its line. */
function hasMarkBefore(body: string, at: number): boolean {
  const mark = body.lastIndexOf('`', at)
  return mark > body.lastIndexOf('\n', at)
}

/** Whether one of the ranges, which are in order and apart, holds `at`. */
function isInside(ranges: readonly Range[], at: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && range.from <= at
}

const isBlank = (line: string) => /^[ \t>]*$/.test(line)

interface Fence {
  readonly mark: string
  readonly from: number
  /** What it stands in: so many `>` and so far from the left. */
  readonly quotes: number
  readonly indent: number
}

const opening = /^((?:[ \t]*>)*)([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`]*$)|~{3,})/

/** A line with which HTML may begin; what looks like a fence in it is none. It ends with a blank line, or later. */
const html = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<[a-z/!?]/i

const longHtml = /<(?:pre|script|style|textarea|\?|!)/i

/** Nothing after a fence that may stand in HTML counts as code: who knows which fences then belong together. */
function findFences(body: string): Range[] {
  const found: Range[] = []
  if (!body.includes('```') && !body.includes('~~~')) return found
  let open: Fence | undefined
  let isInHtml = false
  let goesOn = false
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf('\n', start)
    const next = end < 0 ? body.length : end + 1
    const line = body.slice(start, end < 0 ? body.length : end).replace(/\r$/, '')
    const mayFence = line.includes('```') || line.includes('~~~')
    if (!open && mayFence && isInHtml) return found
    if (!open && !goesOn) {
      isInHtml = isInHtml ? !isBlank(line) : html.test(line)
      // Comments, and elements whose text is taken as it is, go on over blank lines.
      goesOn = isInHtml && longHtml.test(line)
    }
    if (open && hasLeft(open, line)) return found
    if (open && mayFence && isDoubtfulClosing(open, line)) return found
    if (open && mayFence && isClosing(open, line)) {
      found.push({ from: open.from, to: next })
      open = undefined
    } else if (mayFence) open ??= openFence(line, start)
    start = next
  }
  if (open && open.quotes === 0 && open.indent === 0) found.push({ from: open.from, to: body.length })
  return found
}

function openFence(line: string, from: number): Fence | undefined {
  const match = opening.exec(line)
  if (!match) return undefined
  const [, quotes = '', container = '', mark = ''] = match
  return { mark, from, quotes: countQuotes(quotes), indent: container.length }
}

/** A line that the list or quote around the fence may not go on with, and then the fence ended with it. */
function hasLeft({ quotes, indent }: Fence, line: string): boolean {
  const prefix = /^(?:[ \t]*>)*/.exec(line)?.[0] ?? ''
  if (countQuotes(prefix) !== quotes) return quotes > 0
  const rest = line.slice(prefix.length)
  return indent > 0 && rest.trim() !== '' && (/^ */.exec(rest)?.[0].length ?? 0) < indent
}

function isClosing({ mark, quotes }: Fence, line: string): boolean {
  const [, prefix = '', run] = /^([ \t>]*)(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  // Behind more `>` than the fence has it is what the fence shows.
  return (
    run !== undefined && countQuotes(prefix) === quotes && run[0] === mark[0] && run.length >= mark.length
  )
}

/** A line that would close the fence, were it not so far from the left that it may be code itself. */
function isDoubtfulClosing(fence: Fence, line: string): boolean {
  const blank = /^(?:[ \t]*>)*([ \t]*)/.exec(line)?.[1] ?? ''
  return isClosing(fence, line) && (blank.length > fence.indent + 3 || blank.includes('\t'))
}

const countQuotes = (prefix: string) => prefix.split('>').length - 1
