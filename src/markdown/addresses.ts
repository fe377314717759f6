import type { AddressBook } from './html/attributes'
import type { ImageAddress, RenderOptions } from './options'
import { isAbsolute, safeUrl } from './url'

/** Turns between the two spellings of an address. */
export interface UrlSpelling {
  /** Percent-encodes what a URL may not hold; what is encoded already stays. */
  encode(url: string): string
  /** The readable form; encoded delimiters (`%2F`, `%23`, `%25`, …) stay, so that nothing changes its meaning. */
  decode(url: string): string
}

/** The addresses of one page: resolved by its options, judged before and after, and noted. */
export class PageAddresses implements AddressBook {
  readonly links = new Set<string>()
  readonly assets = new Set<string>()
  /** The ids that are taken. */
  readonly ids = new Set<string>()
  /** The fragments that the writer's links within the page name, encoded as they are written. */
  readonly anchors = new Set<string>()
  /** The sources of drawings. */
  readonly drawings = new Set<string>()
  readonly #options: RenderOptions
  readonly #spelling: UrlSpelling
  #images = 0

  constructor(options: RenderOptions, spelling: UrlSpelling) {
    this.#options = options
    this.#spelling = spelling
  }

  link(href: string): string | null {
    const safe = safeUrl(href, 'link')
    if (safe === null) return null
    if (safe === '') return ''
    if (safe.startsWith('#')) {
      const fragment = this.#spelling.encode(safe)
      this.anchors.add(fragment.slice(1))
      return fragment
    }
    const written = this.#readable(safe)
    this.links.add(written)
    const target = this.#options.resolveLink ? this.#options.resolveLink(written) : written
    return target === null ? null : this.#judge(target, 'link')
  }

  image(src: string): ImageAddress | null {
    const safe = safeUrl(src, 'image')
    if (safe === null || safe === '') return null
    if (/^data:/i.test(safe)) return { src: safe }
    const written = this.#readable(safe)
    this.assets.add(written)
    return this.#judgeImage(
      this.#options.resolveImage ? this.#options.resolveImage(written) : { src: written },
    )
  }

  /** The drawing that the content of a fence describes; null when there is none. */
  drawing(source: string): ImageAddress | null {
    this.drawings.add(source)
    return this.#judgeImage(this.#options.resolveDrawing?.(source) ?? null)
  }

  #judgeImage(found: ImageAddress | null): ImageAddress | null {
    if (found === null) return null
    const target = this.#judge(found.src, 'image')
    if (target === null) return null
    const { srcset, sources } = found
    if (srcset === undefined && sources === undefined) return { ...found, src: target }
    return {
      ...found,
      src: target,
      srcset: srcset && this.#judgeSet(srcset),
      sources: sources?.flatMap(({ type, srcset }) => {
        const judged = /^image\/[a-z]+$/.test(type) ? this.#judgeSet(srcset) : ''
        return judged === '' ? [] : [{ type, srcset: judged }]
      }),
    }
  }

  media(src: string): string | null {
    return /^\s*data:/i.test(src) ? null : (this.image(src)?.src ?? null)
  }

  claimId(id: string): boolean {
    if (this.ids.has(id)) return false
    this.ids.add(id)
    return true
  }

  loading(): string {
    return `${this.#images++ === 0 ? '' : ' loading="lazy"'} decoding="async"`
  }

  /** A resolver's answer is judged before it is encoded, which would hide what a browser reads in it. */
  #judge(target: string, use: 'link' | 'image'): string | null {
    const safe = safeUrl(target, use)
    return safe === null ? null : this.#spelling.encode(safe)
  }

  /** Empty when one of its addresses may not be there, or is none that can stand in a list. */
  #judgeSet(srcset: string): string {
    const judged: string[] = []
    for (const candidate of srcset.split(', ')) {
      const [, url = '', width = ''] = /^([^\s,]+) (\d{1,5}w)$/.exec(candidate) ?? []
      const target = url === '' ? null : this.#judge(url, 'image')
      if (target === null) return ''
      judged.push(`${target} ${width}`)
    }
    return judged.join(', ')
  }

  #readable(url: string): string {
    return !url.includes('%') || isAbsolute(url) ? url : this.#spelling.decode(url)
  }
}
