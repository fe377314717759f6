import type { MarkdownIt, StateInline } from 'markdown-it'
import { headingSlug } from '../headings'

/**
 * `[[slug]]`, `[[slug#heading]]` and `[[slug|text]]`: a link to another post, as if `[slug](slug.md)` had
 * been written. A defined reference of the same name comes first, as CommonMark has it.
 */
export function wikilinks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wikilink', readWikilink)
}

function readWikilink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith('[[', state.pos)) return false
  if (/[![]/.test(state.src[state.pos - 1] ?? '')) return false
  const text = state.src.slice(state.pos, Math.min(state.posMax, state.pos + 500))
  const match = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/.exec(text)
  const target = match?.[1]?.trim()
  if (match === null || !target) return false
  const label = state.md.utils.normalizeReference(match[0].slice(2, -2))
  if (state.env.references?.[label] !== undefined) return false
  if (!silent) {
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', state.md.normalizeLink(addressOf(target))]]
    state.push('text', '', 0).content = (match[2] ?? target).trim()
    state.push('link_close', 'a', -1)
  }
  state.pos += match[0].length
  return true
}

function addressOf(target: string): string {
  const [, name = '', heading = ''] = /^([^#]*)#?(.*)$/.exec(target) ?? []
  const fragment = heading === '' ? '' : `#${headingSlug(heading)}`
  return name === '' ? fragment : name.trim().replace(/(?:\.md)?$/i, '.md') + fragment
}
