import { type Token, Tokenizer } from 'parse5'
import { escapeHtml } from '../escape'

const blockTags = new Set(
  `article header aside hgroup blockquote hr iframe body li map button object canvas ol caption output col p
  colgroup pre dd progress div section dl table td dt tbody embed textarea fieldset tfoot figcaption th figure
  thead footer tr form ul h1 h2 h3 h4 h5 h6 video script style`.split(/\s+/),
)

/**
 * HTML without the differences that CommonMark's own test suite does not judge: white space beside block
 * tags, runs of white space outside `pre`, the order of attributes, how a character or an empty element is
 * written.
 */
export function normaliseHtml(html: string): string {
  let output = ''
  let preDepth = 0
  let isAfterBlockTag = true
  let wantsSpace = false
  const text = (characters: string) => {
    if (preDepth > 0) {
      output += escapeHtml(characters)
      return
    }
    const words = characters.replace(/\s+/g, ' ')
    for (const character of words) {
      if (character === ' ') {
        wantsSpace = !isAfterBlockTag
        continue
      }
      if (wantsSpace) output += ' '
      output += escapeHtml(character)
      wantsSpace = isAfterBlockTag = false
    }
  }
  const tag = (name: string, source: string) => {
    const isBlock = blockTags.has(name)
    if (wantsSpace && !isBlock) output += ' '
    wantsSpace = false
    isAfterBlockTag = isBlock || name === 'br'
    output += source
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(token: Token.TagToken) {
        const attributes = token.attrs.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).sort()
        tag(token.tagName, `<${token.tagName}${attributes.join('')}>`)
        if (token.tagName === 'pre') preDepth++
      },
      onEndTag(token: Token.TagToken) {
        if (token.tagName === 'pre') preDepth--
        tag(token.tagName, `</${token.tagName}>`)
      },
      onCharacter: (token: Token.CharacterToken) => text(token.chars),
      onWhitespaceCharacter: (token: Token.CharacterToken) => text(token.chars),
      onNullCharacter: () => text('\u0000'),
      onComment: (token: Token.CommentToken) => tag('#comment', `<!--${token.data}-->`),
      onDoctype: (token: Token.DoctypeToken) => tag('#doctype', `<!${token.name}>`),
      onEof: () => undefined,
    },
  )
  tokenizer.write(html, true)
  return output
}
