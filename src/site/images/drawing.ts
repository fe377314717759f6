import { SaxesParser, type SaxesTagPlain } from 'saxes'
import {
  cleanStyle,
  drawnAttributes,
  drawnElements,
  isDrawnReference,
  movableAttributes,
} from './drawing-rules'

/** Deeper than any drawing is; what is nested deeper is left out. */
const deepest = 200
const head = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

/**
 * A drawing (SVG) with nothing in it that runs, loads or tells of its making: it is read as XML, and what the lists
 * of `drawing-rules.ts` allow is written anew, so that only what this file writes comes out as a tag. Always gives a
 * whole drawing: where the original breaks off as XML, what came before stands; what is none becomes an empty one.
 */
export function makeDrawing(original: Uint8Array): Buffer {
  const parser = new SaxesParser({ xmlns: false })
  const writer = new DrawingWriter()
  parser.on('doctype', (doctype) => {
    // Illustrator writes its namespaces so. What an entity stands for is text to this parser, never markup.
    for (const [, name, value] of doctype.matchAll(/<!ENTITY\s+([\w.-]{1,50})\s+"([^"<&%]{0,200})"\s*>/g))
      if (name !== undefined && value !== undefined) parser.ENTITIES[name] = value
  })
  parser.on('opentag', (tag) => writer.open(tag))
  parser.on('closetag', () => writer.close())
  parser.on('text', (text) => writer.text(text))
  parser.on('cdata', (text) => writer.text(text))
  try {
    parser.write(decode(original)).close()
  } catch {
    // No XML from here on: a browser would show nothing at all of it.
  }
  return Buffer.from(writer.end())
}

class DrawingWriter {
  #written = ''
  #hasRoot = false
  /** Open elements as they are written; empty for those that are left out with all that is in them. */
  readonly #open: string[] = []
  #leftOut = 0
  #style: string | undefined

  open({ name, attributes }: SaxesTagPlain): void {
    const element = name.replace(/^svg:/, '')
    const isRoot = this.#open.length === 0
    const isFit = isRoot
      ? element === 'svg' && !this.#hasRoot
      : drawnElements.has(element) && !this.#isInWords()
    if (
      this.#leftOut > 0 ||
      !isFit ||
      this.#style !== undefined ||
      this.#open.length >= deepest ||
      !isFirm(element, attributes)
    ) {
      this.#leftOut++
      this.#open.push('')
      return
    }
    this.#hasRoot = true
    this.#open.push(element)
    this.#written += `<${element}${isRoot ? ` ${head}` : ''}`
    for (const [attribute, value] of Object.entries(attributes))
      this.#written += writeAttribute(element, attribute, value)
    this.#written += '>'
    if (element === 'style') this.#style = ''
  }

  /** What a drawing is called and shows is words alone; where HTML is read, elements in it would be HTML's. */
  #isInWords(): boolean {
    const parent = this.#open.at(-1)
    return parent === 'desc' || parent === 'title'
  }

  close(): void {
    const element = this.#open.pop()
    if (element === undefined) return
    if (element === '') {
      this.#leftOut--
      return
    }
    if (element === 'style') {
      this.#written += escapeXml(cleanStyle(this.#style ?? ''))
      this.#style = undefined
    }
    this.#written += `</${element}>`
  }

  text(text: string): void {
    if (this.#leftOut > 0 || this.#open.length === 0) return
    if (this.#style === undefined) this.#written += escapeXml(text)
    else this.#style += text
  }

  end(): string {
    while (this.#open.length > 0) this.close()
    return this.#hasRoot ? this.#written : `<svg ${head}></svg>`
  }
}

/** Whether what an element moves may move. */
function isFirm(element: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!/^(?:animate|set)/.test(element)) return true
  const moved = attributes.attributeName
  return element === 'animateMotion' || (moved !== undefined && movableAttributes.has(moved))
}

function writeAttribute(element: string, name: string, value: string): string {
  if (name === 'href' || name === 'xlink:href') {
    return isDrawnReference(element, value.trim()) ? ` ${name}="${escapeXml(value.trim())}"` : ''
  }
  if (name === 'attributeName') return ` ${name}="${escapeXml(value)}"`
  if (!drawnAttributes.has(name)) return ''
  // What is read aloud is words, whatever they speak of.
  const clean = name.startsWith('aria-') ? value : cleanStyle(value)
  return clean === '' && value !== '' ? '' : ` ${name}="${escapeXml(clean)}"`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (it) => entities[it] ?? '').replace(/[\t\r]/g, (it) => `&#${it.charCodeAt(0)};`)

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = /^<\?xml[^>]*encoding=["'](iso-8859-1|windows-1252|latin1)["']/i
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  return new TextDecoder(declared.test(start) ? 'windows-1252' : 'utf-8').decode(bytes)
}
