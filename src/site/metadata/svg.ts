import { Keeping, type Pieces } from './pieces'

/**
 * What a browser needs of a drawing: comments, `<metadata>` and what drawing programs note of their files (where
 * they lie on the writer's disk, for instance) are left out. A drawing in an encoding other than UTF-8 stays as it is.
 */
export function stripSvg(bytes: Uint8Array): Pieces {
  // One letter for each byte: places in the text are places in the file.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const keeping = new Keeping()
  let at = 0
  const drop = (from: number, to: number) => {
    keeping.keep(at, from)
    at = to
  }
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open)) {
    const end = markupEnd(text, open)
    // What doesn't end is no drawing to a browser either; from there on nothing is known of it.
    if (end === undefined) break
    const name = /^<([a-zA-Z_][\w:.-]*)/.exec(text.slice(open, open + 100))?.[1]
    if (text.startsWith('<!--', open)) drop(open, end)
    else if (name !== undefined && isAside(name)) {
      const close = text.startsWith('/>', end - 2) ? end : closingEnd(text, name, end)
      if (close === undefined) break
      drop(open, close)
      open = close
      continue
    } else if (name !== undefined) dropNotes(text.slice(open, end), open, drop)
    open = end
  }
  keeping.keep(at, bytes.length)
  return keeping.pieces
}

/** Elements of which no browser draws anything. */
const isAside = (name: string) =>
  /^(?:svg:)?metadata$|^sodipodi:namedview$|^i:(?:pgf|aipgfRef|aipgf)$/.test(name)

/** Attributes in which Inkscape notes where files lie, and its own version. */
const note =
  /\s(?:inkscape:(?:export-filename|version)|sodipodi:(?:docname|absref))\s*=\s*(?:"[^"]*"|'[^']*')/g

function dropNotes(tag: string, offset: number, drop: (from: number, to: number) => void): void {
  for (const match of tag.matchAll(note)) drop(offset + match.index, offset + match.index + match[0].length)
}

/** Where a comment, a section, a declaration or a tag that begins at `at` has ended. */
function markupEnd(text: string, at: number): number | undefined {
  const after = (mark: string, from: number) => {
    const found = text.indexOf(mark, from)
    return found < 0 ? undefined : found + mark.length
  }
  if (text.startsWith('<!--', at)) return after('-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(']]>', at + 9)
  if (text.startsWith('<?', at)) return after('?>', at + 2)
  const close = /^<!DOCTYPE[^[>]*\[/i.exec(text.slice(at, at + 1000)) ? after(']>', at) : undefined
  return close ?? tagEnd(text, at)
}

/** A bracket in quotes doesn't end a tag. */
function tagEnd(text: string, at: number): number | undefined {
  let quote = ''
  for (let index = at + 1; index < text.length; index++) {
    const letter = text[index] ?? ''
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return index + 1
  }
  return undefined
}

/** After the tag that closes an element whose content begins at `from`; none of them holds another of its kind. */
function closingEnd(text: string, name: string, from: number): number | undefined {
  const close = text.indexOf(`</${name}`, from)
  return close < 0 ? undefined : tagEnd(text, close)
}
