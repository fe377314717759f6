import { findChange } from './changed-blocks'
import { refreshAround } from './refresh-around'
import type { Block } from './rendering'

/** What the shell leaves where the post's content belongs. */
const marker = 'longhand:content'

interface ShownBlock {
  readonly line: number
  readonly html: string
  readonly nodes: readonly ChildNode[]
}

/**
 * The page in the preview's frame: the theme's own, whose content is ours to keep up to date. Content stands
 * between two comments; only blocks that changed are replaced, so that nothing flickers and images stay.
 */
export class FramePage {
  readonly #start: Comment
  readonly #end: Comment
  #blocks: readonly ShownBlock[] = []

  private constructor(
    readonly document: Document,
    start: Comment,
  ) {
    this.#start = start
    this.#end = document.createComment('longhand:end')
    start.after(this.#end)
  }

  /** The page of a frame; undefined when it isn't one of ours. */
  static of(document: Document | null): FramePage | undefined {
    const start = document && findMarker(document)
    return document && start ? new FramePage(document, start) : undefined
  }

  get blocks(): readonly ShownBlock[] {
    return this.#blocks
  }

  show(blocks: readonly Block[]): void {
    const { start, oldEnd, newEnd } = findChange(
      this.#blocks.map(({ html }) => html),
      blocks.map(({ html }) => html),
    )
    const after = this.#blocks.slice(oldEnd).find(({ nodes }) => nodes.length > 0)?.nodes[0] ?? this.#end
    for (const { nodes } of this.#blocks.slice(start, oldEnd)) for (const node of nodes) node.remove()
    const added = blocks.slice(start, newEnd).map((block) => {
      const nodes = this.#parse(block.html)
      after.before(...nodes)
      return { ...block, nodes }
    })
    const kept = [...this.#blocks.slice(0, start), ...added, ...this.#blocks.slice(oldEnd)]
    this.#blocks = kept.map((block, index) => ({ ...block, line: blocks[index]?.line ?? block.line }))
  }

  /**
   * Takes everything around the content from a newer version of the same page. False when the two are built
   * too differently; the frame then has to be loaded again.
   */
  refreshAround(next: Document): boolean {
    const nextMarker = findMarker(next)
    return nextMarker !== undefined && refreshAround({ start: this.#start, end: this.#end }, nextMarker)
  }

  /**
   * Hides what the theme shows around the content, which says how the post is now, and lets what is behind
   * the frame shine through. Returns an empty element before the content, in its column.
   */
  showContentAlone(): HTMLElement {
    const { document } = this
    for (let node = this.#start.parentElement; node && node !== document.body; node = node.parentElement) {
      for (const other of node.parentElement?.children ?? []) {
        if (other !== node) (other as HTMLElement).style.setProperty('display', 'none', 'important')
      }
    }
    for (const element of [document.documentElement, document.body])
      element.style.setProperty('background', 'transparent', 'important')
    const head = document.createElement('div')
    this.#start.before(head)
    return head
  }

  /** Where a block begins, in pixels from the top of the page; NaN when it shows nothing. */
  topOf(index: number): number {
    const first = this.#blocks[index]?.nodes.find(
      (node): node is HTMLElement => node instanceof this.#Element,
    )
    if (first === undefined) return Number.NaN
    return first.getBoundingClientRect().top + (this.document.defaultView?.scrollY ?? 0)
  }

  /** The frame's own class of elements: each document has its own. */
  get #Element(): typeof HTMLElement {
    return (this.document.defaultView as (Window & typeof globalThis) | null)?.HTMLElement ?? HTMLElement
  }

  /** The frame's sandbox runs no scripts, and what the renderer lets through has none. */
  #parse(html: string): ChildNode[] {
    const template = this.document.createElement('template')
    template.innerHTML = html
    const content = this.document.importNode(template.content, true)
    for (const element of content.children) letRest(element as HTMLElement)
    return [...content.childNodes]
  }
}

/**
 * Code and tables that are out of sight rest. They scroll by themselves, and a browser that keeps a hundred
 * such boxes ready does so again with every letter typed beside them.
 */
function letRest(element: HTMLElement): void {
  if (!element.matches('pre') && element.querySelector('pre, table') === null) return
  element.style.setProperty('content-visibility', 'auto')
  element.style.setProperty('contain-intrinsic-size', 'auto 12rem')
}

function findMarker(document: Document): Comment | undefined {
  const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT)
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
    if (node.nodeValue === marker) return node as Comment
  }
  return undefined
}
