import { parseBlocks } from './block-parser'

export interface Titled {
  readonly title: string
  readonly body: string
}

/**
 * The title of a post: the one given, else its first first-level heading, else the words of its file's
 * name. A heading that opens the body and says the title goes, since the page shows the title above it.
 */
export function readTitle(given: string | undefined, body: string, stem: string): Titled {
  const heading = firstHeading(body)
  const title = given ?? heading?.text ?? fromName(stem)
  if (heading?.isFirst !== true || fold(heading.text) !== fold(title)) return { title, body: trimStart(body) }
  return { title, body: trimStart(body.split('\n').slice(heading.end).join('\n')) }
}

interface Heading {
  readonly text: string
  readonly isFirst: boolean
  /** The line after it. */
  readonly end: number
}

function firstHeading(body: string): Heading | undefined {
  const tokens = parseBlocks(body)
  const index = tokens.findIndex(
    (token) => token.type === 'heading_open' && token.tag === 'h1' && token.level === 0,
  )
  const text = plainText(tokens[index + 1]?.content ?? '')
  const end = tokens[index]?.map?.[1]
  return index === -1 || end === undefined || text === '' ? undefined : { text, isFirst: index === 0, end }
}

/** A heading's words without its markup. */
function plainText(inline: string): string {
  return inline
    .replace(/\s*\{[#:.][^}]*\}\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(`+)\s?(.*?)\s?\1/g, '$2')
    .replace(/(\*\*|__|\*)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1000)
}

function fromName(stem: string): string {
  const words = stem.replace(/[-_\s]+/g, ' ').trim()
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1)
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Drops blank lines before the text, not the indentation that makes its first line code. */
function trimStart(body: string): string {
  return body.replace(/^(?:[ \t]*\n)+/, '')
}
