import { escapeText } from '../escape'
import {
  blockElements,
  droppedElements,
  droppedWithContent,
  elementRules,
  inlineElements,
  textBlocks,
  voidElements,
} from './allow-list'
import { type AddressBook, writeAttributes } from './attributes'
import { writePicture } from './picture'
import { type HtmlToken, readHtml } from './tokens'

/** One open element. `isScope` when Markdown opened it: raw HTML inside can neither close nor outlive it. */
interface Open {
  /** The element that was asked for, which its end tag names; empty for a scope that writes none. */
  readonly name: string
  readonly isScope: boolean
  /** The element that is written. */
  written: string
}

/** More open raw elements than any page has; deeper ones are dropped, so that looking one up stays cheap. */
const maxOpen = 100

/**
 * Lets raw HTML through an allow-list, and keeps account of what is open, so that the page is balanced
 * whatever was written: end tags without a start are dropped, elements left open end with the Markdown
 * block around them. Only what this class writes itself comes out as a tag.
 */
export class HtmlFilter {
  readonly #open: Open[] = []
  readonly #addresses: AddressBook
  #rawOpen = 0
  /** The element that the tag read last has opened. */
  #justOpened: Open | undefined
  /** The element whose content is being dropped, with what it is nested in itself; empty when none is. */
  #dropped = { name: '', depth: 0 }

  constructor(addresses: AddressBook) {
    this.#addresses = addresses
  }

  /** Whether nothing is open: what came before is balanced. */
  get isBalanced(): boolean {
    return this.#open.length === 0
  }

  /** Whether an element that is dropped with its content is open. */
  get isDropping(): boolean {
    return this.#dropped.name !== ''
  }

  /** Whether an element of this name is open anywhere. */
  isInside(name: string): boolean {
    return this.#open.some((element) => element.name === name)
  }

  /** Markdown opens an element (`''` for one that is not written): a scope that only `leave` ends. */
  enter(name: string): void {
    this.#open.push({ name, isScope: true, written: name })
  }

  /** Markdown closes its innermost scope: the end tags of the raw elements still open in it. */
  leave(): string {
    this.#dropped = { name: '', depth: 0 }
    let html = ''
    for (;;) {
      const element = this.#open.pop()
      if (element === undefined || element.isScope) return html
      this.#rawOpen--
      html += `</${element.written}>`
    }
  }

  /** A whole block of raw HTML. What it drops ends with it; text elements that it leaves open become `div`. */
  readBlock(source: string): string {
    const parts: string[] = []
    const opened: { element: Open; part: number }[] = []
    for (const token of readHtml(source)) {
      this.#justOpened = undefined
      const part = parts.push(this.#read(token)) - 1
      const element = this.#justOpened as Open | undefined
      if (element && this.#yieldsToBlocks(element.name)) opened.push({ element, part })
    }
    this.#dropped = { name: '', depth: 0 }
    for (const { element, part } of opened) {
      if (!this.#open.includes(element)) continue
      parts[part] = (parts[part] ?? '').replace(/<[a-z][a-z0-9]*(?=[^<]*$)/, '<div')
      element.written = 'div'
    }
    return parts.join('')
  }

  /** Raw HTML within a line: one tag, as a rule. */
  readInline(source: string): string {
    return readHtml(source)
      .map((token) => this.#read(token))
      .join('')
  }

  /** A summary holds no blocks, so what is inline in one stays so (`dress.ts` leaves out the paragraphs). */
  #yieldsToBlocks(name: string): boolean {
    return textBlocks.has(name) || (inlineElements.has(name) && !this.isInside('summary'))
  }

  #read(token: HtmlToken): string {
    if (this.isDropping) {
      if (token.kind === 'open' && token.name === this.#dropped.name) this.#dropped.depth++
      else if (token.kind === 'close' && token.name === this.#dropped.name && --this.#dropped.depth === 0) {
        this.#dropped.name = ''
      }
      return ''
    }
    if (token.kind === 'text') return escapeRawText(token.source)
    if (token.kind === 'comment') return ''
    const rule = elementRules.get(token.name)
    if (rule === undefined) return this.#refuse(token)
    return token.kind === 'open' ? this.#start(token, rule) : this.#end(token.name)
  }

  #refuse(token: { kind: 'open' | 'close'; name: string; source: string }): string {
    if (droppedWithContent.has(token.name)) {
      const isEmpty = token.name === 'embed' || token.source.endsWith('/>')
      if (token.kind === 'open' && !isEmpty) this.#dropped = { name: token.name, depth: 1 }
      return ''
    }
    // No element of HTML: a technical writer's <T> or Vec<String>, which should not vanish.
    return droppedElements.has(token.name) ? '' : escapeText(token.source)
  }

  #start(
    token: { name: string; attributes: ReadonlyMap<string, string> },
    rule: { parents?: readonly string[]; ends?: readonly string[] },
  ): string {
    const { name } = token
    let html = this.#endImplied(rule.ends ?? [], rule.parents ?? [])
    if (blockElements.has(name)) html += this.#closeParagraph()
    const parent = this.#open.at(-1)?.name ?? ''
    if (rule.parents && !rule.parents.includes(parent)) return html
    if (this.#isMisplaced(name)) return html
    if (name === 'img') {
      const image = writePicture(token.attributes, this.#addresses)
      return html + (image ?? escapeText(token.attributes.get('alt') ?? ''))
    }
    const attributes = writeAttributes(name, token.attributes, this.#addresses)
    if (attributes === null) return html
    if (!voidElements.has(name)) {
      this.#justOpened = { name, isScope: false, written: name }
      this.#open.push(this.#justOpened)
      this.#rawOpen++
    }
    return `${html}<${name}${attributes}>`
  }

  /** Where HTML would close what Markdown opened, a link in a link, or a block in a line's element. */
  #isMisplaced(name: string): boolean {
    if (this.#rawOpen >= maxOpen) return true
    if (name === 'a') return this.isInside('a')
    return (
      blockElements.has(name) &&
      this.#open.some(
        ({ isScope, written }) => textBlocks.has(written) || (!isScope && inlineElements.has(written)),
      )
    )
  }

  /** Ends the elements that the next start tag ends, up to what holds them or a scope of Markdown. */
  #endImplied(ends: readonly string[], parents: readonly string[]): string {
    let lowest = this.#open.length
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const element = this.#open[index]
      if (element === undefined || element.isScope) break
      if (ends.includes(element.name)) lowest = index
      else if (parents.includes(element.name)) break
    }
    return this.#closeTo(lowest)
  }

  /** A block ends the raw paragraph before it. */
  #closeParagraph(): string {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const element = this.#open[index]
      if (element === undefined || element.isScope) break
      if (element.written === 'p') return this.#closeTo(index)
    }
    return ''
  }

  #end(name: string): string {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const element = this.#open[index]
      if (element === undefined || element.isScope) break
      if (element.name === name) return this.#closeTo(index)
    }
    return ''
  }

  /** Closes raw elements until `length` are open. */
  #closeTo(length: number): string {
    let html = ''
    while (this.#open.length > length) {
      html += `</${this.#open.pop()?.written}>`
      this.#rawOpen--
    }
    return html
  }
}

/** Text of raw HTML: its character references stay, everything that could begin a tag is escaped. */
function escapeRawText(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
