import type { Drawing } from '../../api/contract'

/** What the drawings need of the library and of the board. */
export interface DrawingPorts {
  find(input: { sources: string[] }): Promise<(Drawing | null)[]>
  keep(input: { source: string; svg: string }): Promise<Drawing>
  /** Draws; rejects for what is no diagram. */
  draw(source: string): Promise<string>
}

/** What is longer, Mermaid doesn't draw, and the library is not asked for. */
const maxSourceCharacters = 50_000
const mostAtOnce = 100

/**
 * The drawings of the diagrams that this window has met. What the library has is asked for once; what it
 * doesn't have is drawn once and kept there, and what can't be drawn is not tried again.
 */
export class Drawings {
  readonly #ports: DrawingPorts
  readonly #known = new Map<string, Drawing | null>()
  readonly #hopeless = new Set<string>()

  constructor(ports: DrawingPorts) {
    this.#ports = ports
  }

  get(source: string): Drawing | null {
    return this.#known.get(source) ?? null
  }

  /** Asks the library for the sources that are new; while it can't be asked, they stay new. Never rejects. */
  async learn(sources: readonly string[]): Promise<void> {
    const unknown = sources.filter(
      (source) => !this.#known.has(source) && source.length <= maxSourceCharacters,
    )
    for (let start = 0; start < unknown.length; start += mostAtOnce) {
      const asked = unknown.slice(start, start + mostAtOnce)
      try {
        const found = await this.#ports.find({ sources: asked })
        for (const [index, source] of asked.entries()) this.#known.set(source, found[index] ?? null)
      } catch (error) {
        console.warn('The library could not be asked for drawings; code is shown.', error)
        return
      }
    }
  }

  /**
   * Draws what is missing, one after the other.
   * @returns whether there is a drawing that wasn't there before
   */
  async draw(sources: readonly string[], signal: AbortSignal): Promise<boolean> {
    let isAny = false
    for (const source of sources) {
      if (signal.aborted) break
      if (this.#known.get(source) !== null || this.#hopeless.has(source)) continue
      isAny = (await this.#drawOne(source)) || isAny
    }
    return isAny
  }

  async #drawOne(source: string): Promise<boolean> {
    let svg: string
    try {
      svg = await this.#ports.draw(source)
    } catch (error) {
      this.#hopeless.add(source)
      console.info('A diagram could not be drawn; its code is shown.', error)
      return false
    }
    this.#known.set(source, await this.#ports.keep({ source, svg }))
    return true
  }
}
