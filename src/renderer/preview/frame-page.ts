import { matchBlocks } from './match-blocks'
import { morphRow } from './morph'
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

  /** Shows these blocks: those that were there stay untouched, and what became another is changed in place. */
  show(blocks: readonly Block[]): void {
    const before = this.#blocks
    const kept = matchBlocks(
      before.map(({ html }) => html),
      blocks.map(({ html }) => html),
    )
    const shown: ShownBlock[] = []
    let oldStart = 0
    let newStart = 0
    const change = (oldEnd: number, newEnd: number) => {
      if (oldStart === oldEnd && newStart === newEnd) return
      const end = this.#firstNode(before, oldEnd)
      shown.push(...this.#change(before.slice(oldStart, oldEnd), blocks.slice(newStart, newEnd), end))
    }
    kept.forEach((place, index) => {
      const same = before[place]
      const line = blocks[index]?.line
      if (same === undefined || line === undefined) return
      change(place, index)
      shown.push(same.line === line ? same : { ...same, line })
      oldStart = place + 1
      newStart = index + 1
    })
    change(before.length, blocks.length)
    this.#blocks = shown
  }

  /** Makes a row of neighbouring blocks another one. `end` is the node that follows them. */
  #change(olds: readonly ShownBlock[], news: readonly Block[], end: ChildNode): ShownBlock[] {
    const shown = news.map((block, index) => {
      const next = this.#firstNode(olds, index + 1, end)
      const wanted = this.#parse(block.html)
      const nodes = morphRow(olds[index]?.nodes ?? [], wanted, (node) => next.before(node))
      return { ...block, nodes }
    })
    for (const { nodes } of olds.slice(news.length)) for (const node of nodes) node.remove()
    return shown
  }

  /** The first node of the blocks from `start` on; `end` when they have none. */
  #firstNode(blocks: readonly ShownBlock[], start: number, end: ChildNode = this.#end): ChildNode {
    for (let index = start; index < blocks.length; index++) {
      const [first] = blocks[index]?.nodes ?? []
      if (first !== undefined) return first
    }
    return end
  }

  /** Which block a node of the page belongs to; undefined for what the theme shows around them. */
  indexOf(node: Node): number | undefined {
    let top: Node | null = node
    while (top !== null && top.parentNode !== this.#start.parentNode) top = top.parentNode
    const index = this.#blocks.findIndex(({ nodes }) => top !== null && nodes.includes(top as ChildNode))
    return index === -1 ? undefined : index
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
