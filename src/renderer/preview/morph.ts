/**
 * Turns one row of neighbouring nodes into another. Whatever can't become what is wanted gives way to it.
 * @param append puts a node behind the row
 * @returns the row as it stands now
 */
export function morphRow(
  olds: readonly ChildNode[],
  news: readonly ChildNode[],
  append: (node: ChildNode) => void,
): ChildNode[] {
  const row = news.map((wanted, index) => {
    const old = olds[index]
    if (old === undefined) append(wanted)
    else if (morph(old, wanted)) return old
    else old.replaceWith(wanted)
    return wanted
  })
  for (const old of olds.slice(news.length)) old.remove()
  return row
}

/**
 * Makes `node` what `wanted` is and keeps the node: what is selected in it stays so, a picture isn't fetched
 * again, a scrolled box stays where it is. Says whether it could; nothing is changed when not.
 */
function morph(node: ChildNode, wanted: ChildNode): boolean {
  if (node.nodeType !== wanted.nodeType || node.nodeName !== wanted.nodeName) return false
  if (node.nodeType === Node.ELEMENT_NODE) {
    morphAttributes(node as Element, wanted as Element)
    morphChildren(node as Element, wanted as Element)
  } else {
    morphText(node as CharacterData, wanted as CharacterData)
  }
  return true
}

/** Only the stretch that differs is written: a selection that begins or ends beside it stays where it is. */
function morphText(node: CharacterData, { data: wanted }: CharacterData): void {
  const { data } = node
  if (data === wanted) return
  const shorter = Math.min(data.length, wanted.length)
  let start = 0
  while (start < shorter && data[start] === wanted[start]) start++
  let tail = 0
  while (tail < shorter - start && data[data.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++
  node.replaceData(start, data.length - tail - start, wanted.slice(start, wanted.length - tail))
}

function morphAttributes(element: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
  for (const name of element.getAttributeNames()) {
    // What a reader opened stays open.
    const isReaders = name === 'open' && element.localName === 'details'
    if (!wanted.hasAttribute(name) && !isReaders) element.removeAttribute(name)
  }
}

/** Leaves what is equal at both ends; between, nodes of a kind become one another, in their order. */
function morphChildren(element: Element, wanted: Element): void {
  const olds = [...element.childNodes]
  const news = [...wanted.childNodes]
  while (olds.length > 0 && news.length > 0 && olds[0]?.isEqualNode(news[0] ?? null)) {
    olds.shift()
    news.shift()
  }
  while (olds.length > 0 && news.length > 0 && olds.at(-1)?.isEqualNode(news.at(-1) ?? null)) {
    olds.pop()
    news.pop()
  }
  morphRow(olds, news, (node) => {
    const after = olds.at(-1)?.nextSibling ?? null
    element.insertBefore(node, after)
  })
}
