/** The content of a live page: everything between two comments. */
interface Content {
  readonly start: Comment
  readonly end: Comment
}

/**
 * Makes everything around the content of a live page as it is around the marker of a newer one, level by
 * level from the body down to the content; what is equal is not touched, the content never.
 * @returns false, and nothing is touched, when the two pages nest their content differently
 */
export function refreshAround(live: Content, marker: Comment): boolean {
  const livePath = pathOf(live.start)
  const nextPath = pathOf(marker)
  if (livePath.map(({ tagName }) => tagName).join() !== nextPath.map(({ tagName }) => tagName).join())
    return false
  for (const [level, element] of livePath.entries()) {
    const next = nextPath[level]
    if (next === undefined) return false
    copyAttributes(element, next)
    const inner = livePath[level + 1]
    const nextInner = nextPath[level + 1] ?? marker
    replaceSiblings(inner ?? live.start, nextInner, 'previousSibling')
    replaceSiblings(inner ?? live.end, nextInner, 'nextSibling')
  }
  return true
}

/** The elements from the body down to the one in which the node stands. */
function pathOf(node: Node): Element[] {
  const path: Element[] = []
  for (let element = node.parentElement; element !== null; element = element.parentElement)
    path.unshift(element)
  return path.slice(1)
}

function copyAttributes(live: Element, next: Element): void {
  for (const { name } of [...live.attributes]) if (!next.hasAttribute(name)) live.removeAttribute(name)
  for (const { name, value } of next.attributes) {
    if (live.getAttribute(name) !== value) live.setAttribute(name, value)
  }
}

type Direction = 'previousSibling' | 'nextSibling'

function replaceSiblings(live: ChildNode, next: ChildNode, direction: Direction): void {
  const old = siblings(live, direction)
  const wanted = siblings(next, direction)
  if (write(old) === write(wanted)) return
  for (const node of old) node.remove()
  // The document that they are put into adopts the copies.
  const copies = wanted.map((node) => node.cloneNode(true) as ChildNode)
  if (direction === 'nextSibling') live.after(...copies)
  else live.before(...copies)
}

/** The siblings on one side, in the order of the page. */
function siblings(node: ChildNode, direction: Direction): ChildNode[] {
  const found: ChildNode[] = []
  for (let other = node[direction]; other !== null; other = other[direction]) found.push(other as ChildNode)
  return direction === 'nextSibling' ? found : found.reverse()
}

/** Nodes as text, to compare them. They belong to other documents, so their classes can't be asked. */
const write = (nodes: readonly ChildNode[]) =>
  nodes.map((node) => ('outerHTML' in node ? String(node.outerHTML) : node.nodeValue)).join('')
