import type { Drawing } from '../../api/contract'

/** What the drawings need of the library and of the board. */
export interface DrawingPorts {
  find(input: { sources: string[] }): Promise<(Drawing | null)[]>
  keep(input: { source: string; svg: string }): Promise<Drawing>
  /** Draws; rejects for what is no diagram. */
  draw(source: string): Promise<string>
}

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

  /** Asks the library for the sources that are new. @returns those that it has a drawing of */
  async learn(sources: readonly string[]): Promise<string[]> {
    const unknown = sources.filter((source) => !this.#known.has(source))
    if (unknown.length === 0) return []
    const found = await this.#ports.find({ sources: unknown })
    for (const [index, source] of unknown.entries()) this.#known.set(source, found[index] ?? null)
    return unknown.filter((source) => this.get(source) !== null)
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
