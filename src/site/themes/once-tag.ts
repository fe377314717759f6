import { type Context, type Emitter, type Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs'

/** What is the same on all pages: what a partial that is rendered once may see. */
const sharedNames = ['site', 'words', 'settings'] as const

/**
 * `{% once 'partials/footer.liquid' %}`: a partial that sees nothing but `site`, `words` and `settings`, and so is
 * the same on all pages: it is rendered for the first, and kept for the others.
 */
export function onceTag(): new (token: TagToken, rest: TopLevelToken[], liquid: Liquid) => Tag {
  /** By the values of a site, which are one object for all its pages, then by file. */
  const kept = new WeakMap<object, Map<string, string>>()
  return class OnceTag extends Tag {
    readonly #file: string

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid)
      const file = /^\s*(['"])([^'"]+)\1\s*$/.exec(token.args)?.[2]
      if (file === undefined) throw new Error('once takes the name of one partial in quotes')
      this.#file = file
    }

    override render(context: Context, emitter: Emitter) {
      emitter.write(this.#text(context))
    }

    #text(context: Context): string {
      const values = context.environments as Readonly<Record<string, unknown>>
      const { site } = values
      const key = typeof site === 'object' && site !== null ? site : kept
      const texts = kept.get(key) ?? new Map<string, string>()
      kept.set(key, texts)
      const known = texts.get(this.#file)
      if (known !== undefined) return known
      const shared = Object.fromEntries(sharedNames.map((name) => [name, values[name]]))
      const text: string = this.liquid.renderFileSync(this.#file, shared)
      texts.set(this.#file, text)
      return text
    }
  }
}
