import { parseDocument } from 'yaml'
import { isMap, type Plain, toPlain } from './plain'

type Yaml =
  | {
      readonly kind: 'parsed'
      readonly value: Plain
      readonly written: (name: string) => Plain | undefined
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Reads the YAML of a front matter: the core schema, no merge keys, no aliases. A title or summary that
 * is not quoted though it has to be (`title: Rust: a tour`) is read as it was meant, with a warning.
 * @param firstLine the number of the first line of `text` in its file, for messages
 */
export function parseYaml(text: string, firstLine: number): Yaml {
  const first = parseStrict(text, firstLine)
  if (first.kind === 'parsed') return first
  const quoted = quotePlainText(text)
  if (quoted === text) return first
  const second = parseStrict(quoted, firstLine)
  if (second.kind === 'refused') return first
  return { ...second, warnings: ['A value with “: ” in it was not quoted; it was read as text.'] }
}

function parseStrict(text: string, firstLine: number): Yaml {
  try {
    const value = toPlain(load(text, 'core', firstLine))
    let texts: Plain | undefined
    const written = (name: string) => {
      texts ??= toPlain(load(text, 'failsafe', firstLine))
      return isMap(texts) && Object.hasOwn(texts, name) ? texts[name] : undefined
    }
    return { kind: 'parsed', value, written, warnings: [] }
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) }
  }
}

class YamlError extends Error {}

function load(text: string, schema: 'core' | 'failsafe', firstLine: number): unknown {
  const document = parseDocument(text, { schema, merge: false, uniqueKeys: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1
    throw new YamlError(refusalOf(error.code, text.split('\n')[line - 1]?.trim() ?? '', line + firstLine - 1))
  }
  // Zero aliases: ten levels of them unfold to gigabytes as soon as somebody walks the result.
  return document.toJS({ maxAliasCount: 0 })
}

/** The line as its writer knows it, and what to do; the parser's words are for programmers. */
function refusalOf(code: string, written: string, line: number): string {
  const shown = written.length > 80 ? `${written.slice(0, 79)}…` : written
  const where = `Its front matter can’t be read in line ${line}${shown === '' ? '' : `, “${shown}”`}.`
  return `${where} ${advice[code] ?? 'Put a value with special characters into quotation marks.'}`
}

const unclosed = 'Close the quotation or bracket that was opened in this line or before it.'
const advice: Readonly<Record<string, string>> = {
  MISSING_CHAR: unclosed,
  BAD_INDENT: unclosed,
  TAB_AS_INDENT: 'Indent with spaces instead of tabs.',
}

function reasonOf(error: unknown): string {
  if (error instanceof YamlError) return error.message
  if (error instanceof ReferenceError) return 'Its front matter uses YAML aliases, which are refused.'
  if (error instanceof RangeError) return 'Its front matter is nested too deeply.'
  return `Its front matter can’t be read: ${String((error as Error).message).split('\n')[0]}.`
}

const textLine = /^((?:title|summary|description|excerpt|subtitle)[ \t]*:[ \t]+)(\S.*?)[ \t]*$/gim
/** Not quoted and no collection, but with `: ` in it or with a first character that YAML reserves. */
const unquoted = /^(?:[^\s"'[\]{},&*!|>%@`#?:-].*:(?:\s|$)|[@`%])/
/** A quotation followed by more: `"Hello" said the buffer`. */
const halfQuoted = /^(?:"[^"\\]*"|'[^']*')[ \t]*[^\s#]/

function quotePlainText(text: string): string {
  return text.replace(textLine, (line, name: string, value: string) =>
    unquoted.test(value) || halfQuoted.test(value) ? name + JSON.stringify(value) : line,
  )
}
