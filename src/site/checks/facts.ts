import { renderMarkdown } from '../../markdown'
import { decodePath } from '../addresses'
import { type Places, placesIn } from './places'

/** A link of a post: readable, as it was written; `#id` within the post. Lines count from 1. */
export interface LinkFact {
  readonly href: string
  readonly line: number
}

/** A picture, or a sound or film, which has no alternative text to miss. */
export interface ImageFact {
  readonly src: string
  /** Whether words say what it shows, or it says itself that it only adorns (`alt=""` in HTML). */
  readonly isDescribed: boolean
  readonly line: number
}

export interface HeadingFact {
  readonly level: number
  readonly text: string
  readonly line: number
}

/** What a post's text alone says; plain data, equal for equal sources. */
export interface PostFacts {
  readonly links: readonly LinkFact[]
  readonly images: readonly ImageFact[]
  readonly headings: readonly HeadingFact[]
  /** Every place in the post that a link may point at. */
  readonly ids: ReadonlySet<string>
  /** How large its HTML is. */
  readonly bytes: number
}

/** Colours and formulas take three quarters of the time, and say nothing of what is checked. */
const uncoloured = { remember: () => null }
/** From this many characters on the HTML may be too large, and is made in full to know its size. */
const longSource = 40_000

/** Renders a post's Markdown and reads off what the checks need. */
export function readFacts(source: string): PostFacts {
  const links: string[] = []
  const images: string[] = []
  // Numbers in place of the addresses, so that each is found again in its block.
  const rendered = renderMarkdown(source, {
    resolveLink: (href) => `?link=${links.push(href) - 1}`,
    resolveImage: (src) => ({ src: `?image=${images.push(src) - 1}` }),
    cache: uncoloured,
  })
  const reader = new BlockReader(links, images, placesIn(source, rendered.blocks))
  rendered.blocks.forEach(({ html }, block) => {
    reader.read(html, block)
  })
  const whole = source.length < longSource ? rendered.html : renderMarkdown(source).html
  return {
    links: reader.links,
    images: reader.images,
    headings: reader.headings,
    ids: rendered.ids,
    bytes: Buffer.byteLength(whole),
  }
}

/** Rendered HTML has its attributes in double quotes and no `>` inside them. */
const tags = /<(a|img|source|audio|video|h[1-6])\b([^>]*)>/g

class BlockReader {
  readonly links: LinkFact[] = []
  readonly images: ImageFact[] = []
  readonly headings: HeadingFact[] = []

  constructor(
    private readonly hrefs: readonly string[],
    private readonly sources: readonly string[],
    private readonly places: Places,
  ) {}

  read(html: string, block: number): void {
    for (const { 1: name = '', 2: attributes = '', index } of html.matchAll(tags)) {
      if (name === 'a') this.#readLink(attributes, block)
      else if (name.startsWith('h')) this.#readHeading(Number(name[1]), html.slice(index), block)
      else this.#readImage(name, attributes, block)
    }
  }

  #readLink(attributes: string, block: number): void {
    const [, number, id] = / href="(?:\?link=(\d+)|#([^"]*))"/.exec(attributes) ?? []
    if (number !== undefined) {
      const href = this.hrefs[Number(number)] ?? ''
      this.links.push({ href, line: this.places.find(block, spellings(href)) })
    } else if (id !== undefined && !attributes.includes('class="permalink"')) {
      const href = `#${decodePath(plainOf(id))}`
      this.links.push({ href, line: this.places.find(block, spellings(href)) })
    }
  }

  #readImage(name: string, attributes: string, block: number): void {
    for (const [, number] of attributes.matchAll(/ (?:src|poster)="\?image=(\d+)"/g)) {
      const src = this.sources[Number(number)] ?? ''
      const line = this.places.find(block, spellings(src))
      const hasWords = name !== 'img' || !/ alt="\s*"/.test(attributes)
      this.images.push({ src, isDescribed: hasWords || this.places.isMarkedAsOrnament(line), line })
    }
  }

  #readHeading(level: number, html: string, block: number): void {
    const content = html.slice(0, html.indexOf(`</h${level}>`))
    const text = plainOf(content.replace(/<a class="permalink".*$/s, '').replace(/<[^>]*>/g, '')).trim()
    this.headings.push({ level, text, line: this.places.find(block, [text, '']) })
  }
}

/** How an address may stand in the source: readable, encoded, or as the name of a wikilink. */
const spellings = (address: string) => [
  address,
  encodeURI(address).replaceAll('%25', '%'),
  address.replace(/\.md(?=#|$)/, ''),
]

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const plainOf = (html: string) =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
