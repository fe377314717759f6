/** No report needs more sentences than anybody reads; the rest is counted. */
const maxKept = 200

/** What the writer should know of an export, in the order found, each sentence once. */
export class Warnings {
  readonly #kept = new Set<string>()
  #left = 0

  add(sentence: string): void {
    if (this.#kept.size < maxKept) this.#kept.add(sentence)
    else if (!this.#kept.has(sentence)) this.#left++
  }

  list(): string[] {
    return this.#left === 0 ? [...this.#kept] : [...this.#kept, `And ${this.#left} more of the same kind.`]
  }
}

/** How a warning names a post. */
export function nameOf(post: { readonly title: string; readonly slug: string }): string {
  return post.title === '' ? `The post ${post.slug}` : `“${post.title}”`
}
