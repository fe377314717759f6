import type { Token } from 'markdown-it'
import { quickToken } from './quick-states'

/** A token of our own. Outside these functions only the parser makes any. */
export function createToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const token = quickToken(type, tag, nesting)
  token.block = tag !== 'a'
  return token
}

/** A token whose content is HTML that is written as it is: it must have been made safe by who makes it. */
export function written(html: string): Token {
  const token = createToken('written', '', 0)
  token.content = html
  return token
}

/**
 * A link within the page that the renderer makes itself, which no resolver is asked for. Its content is none
 * of the writer's words, so it counts for no text.
 * @param content safe HTML
 */
export function ownLink(attributes: Readonly<Record<string, string>>, content: string): Token[] {
  const open = createToken('link_open', 'a', 1)
  open.attrs = Object.entries(attributes)
  open.meta = { isOwn: true }
  return [open, written(content), createToken('link_close', 'a', -1)]
}
