import type { AddressBook } from './html/attributes'
import type { RenderOptions } from './options'
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
  readonly #ids = new Set<string>()
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
    if (safe === '' || safe.startsWith('#')) return this.#spelling.encode(safe)
    const written = this.#readable(safe)
    this.links.add(written)
    const target = this.#options.resolveLink ? this.#options.resolveLink(written) : written
    return target === null ? null : this.#judge(target, 'link')
  }

  image(src: string): { src: string; width?: number | undefined; height?: number | undefined } | null {
    const safe = safeUrl(src, 'image')
    if (safe === null || safe === '') return null
    if (/^data:/i.test(safe)) return { src: safe }
    const written = this.#readable(safe)
    this.assets.add(written)
    const found = this.#options.resolveImage ? this.#options.resolveImage(written) : { src: written }
    if (found === null) return null
    const target = this.#judge(found.src, 'image')
    return target === null ? null : { ...found, src: target }
  }

  media(src: string): string | null {
    return /^\s*data:/i.test(src) ? null : (this.image(src)?.src ?? null)
  }

  claimId(id: string): boolean {
    if (this.#ids.has(id)) return false
    this.#ids.add(id)
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

  #readable(url: string): string {
    return isAbsolute(url) ? url : this.#spelling.decode(url)
  }
}
