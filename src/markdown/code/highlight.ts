import { classHighlighter, type Highlighter, type Tag, highlightCode as walkTree } from '@lezer/highlight'
import { escapeText } from '../escape'
import { findCodeLanguage, parserOf } from './languages'

/** Above this a block is data rather than an example, and colouring it would take longer than a page may. */
const maxCharacters = 200_000
/** Lezer's Markdown looks back over a whole paragraph for every closing mark: 8 s for 190,000 characters. */
const maxMarkdownCharacters = 40_000
/**
 * A longer line is minified or generated. Some grammars take quadratic time on one: YAML needs 100 s for a
 * line of 100,000 nested dashes.
 */
const maxLineCharacters = 2_000

/**
 * Code as HTML in which `<span class="tok-…">` marks what the grammar sees; the classes are those of Lezer's
 * `classHighlighter`. Spans never cross a line, so that the result can be cut at its line feeds. Null when
 * there is no grammar for `language` (a name as it stands behind a fence), the code has over 200,000
 * characters (Markdown: 40,000) or one line over 2,000. Never throws.
 */
export function highlightCode(code: string, language: string): string | null {
  const known = findCodeLanguage(language)
  if (known === undefined || isTooLarge(code)) return null
  if (known.name === 'Markdown' && code.length > maxMarkdownCharacters) return null
  let html = ''
  const put = (text: string, classes: string) => {
    const escaped = escapeText(text)
    html += classes === '' ? escaped : `<span class="${classes}">${escaped}</span>`
  }
  try {
    const tree = parserOf(known, code)?.parse(code)
    if (tree === undefined) return null
    walkTree(code, tree, highlighter, put, () => {
      html += '\n'
    })
  } catch {
    // Code nested thousands of levels deep overflows a grammar, which then fails in ways of its own. The code
    // is shown without colours: a page is worth more than they are.
    return null
  }
  return html
}

/** The tags of a kind of node are one array, so that its classes are looked up once. */
const knownClasses = new WeakMap<readonly Tag[], string | null>()
const highlighter: Highlighter = {
  style(tags) {
    let classes = knownClasses.get(tags)
    if (classes === undefined) {
      classes = classHighlighter.style(tags)
      knownClasses.set(tags, classes)
    }
    return classes
  },
}

function isTooLarge(code: string): boolean {
  if (code.length > maxCharacters) return true
  for (let start = 0; start < code.length; ) {
    const end = code.indexOf('\n', start)
    if ((end < 0 ? code.length : end) - start > maxLineCharacters) return true
    if (end < 0) return false
    start = end + 1
  }
  return false
}
