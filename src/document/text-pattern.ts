import { LonghandError } from './errors'

/** What is sought in texts, and what takes its place. */
export interface TextPattern {
  readonly find: string
  /** Stands for each match; in regular expressions `$1`, `$&`, `$<name>`, `\n` and `\t` mean what they mean. */
  readonly replace: string
  readonly matchesCase: boolean
  readonly wholeWords: boolean
  readonly isRegExp: boolean
}

/** A stretch of a text that matches, by UTF-16 code units, and what would take its place. */
export interface TextMatch {
  readonly from: number
  readonly to: number
  readonly replacement: string
}

const wordLetter = String.raw`[\p{L}\p{M}\p{N}_]`

/**
 * Finds every match of `pattern` in a text, in order, none of them empty. `^` and `$` mean a line's beginning and end.
 * Throws `bad-input` for what is no regular expression.
 */
export function* findMatches(text: string, pattern: TextPattern): Generator<TextMatch> {
  if (pattern.find === '') return
  for (const match of text.matchAll(compilePattern(pattern))) {
    const { 0: found, index } = match
    if (found === '') continue
    yield { from: index, to: index + found.length, replacement: replacementOf(match, pattern) }
  }
}

/** Throws `bad-input` for what is no regular expression. */
function compilePattern({ find, matchesCase, wholeWords, isRegExp }: TextPattern): RegExp {
  const source = isRegExp ? `(?:${find})` : find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const word = wholeWords ? `(?<!${wordLetter})${source}(?!${wordLetter})` : source
  try {
    // By itself first: `a)(b` would only be one with brackets around it.
    if (isRegExp) new RegExp(find, 'u')
    return new RegExp(word, matchesCase ? 'gmu' : 'gmiu')
  } catch (cause) {
    throw new LonghandError('bad-input', 'This is not a regular expression.', { cause })
  }
}

function replacementOf(match: RegExpExecArray, { replace, isRegExp }: TextPattern): string {
  if (!isRegExp || !/[$\\]/.test(replace)) return replace
  return replace.replace(/\\([nt\\])|\$(\$|&|\d{1,2}|<[^>]*>)/g, (whole, sign?: string, group?: string) => {
    if (sign !== undefined) return { n: '\n', t: '\t', '\\': '\\' }[sign] ?? whole
    if (group === '$') return '$'
    if (group === '&') return match[0]
    if (group?.startsWith('<')) return match.groups?.[group.slice(1, -1)] ?? ''
    return groupOf(match, group ?? '') ?? whole
  })
}

/** `$12` is the twelfth group, or the first and a 2 where there are fewer; what isn't there stays as it was typed. */
function groupOf(match: RegExpExecArray, digits: string): string | undefined {
  const number = Number(digits)
  if (number > 0 && number < match.length) return match[number] ?? ''
  if (digits.length === 2 && Number(digits[0]) > 0 && Number(digits[0]) < match.length)
    return `${match[Number(digits[0])] ?? ''}${digits[1]}`
  return undefined
}
