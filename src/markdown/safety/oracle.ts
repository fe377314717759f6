import {
  type DefaultTreeAdapterTypes,
  html as parse5,
  parseFragment,
  serialize,
  type Token,
  Tokenizer,
} from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Written down once more, so that a change of the allow-list alone cannot make the tests pass. */
const elements = new Set(
  `a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details
  dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd li main mark
  meter nav ol p pre progress q rp rt ruby s samp section small source span strike strong sub summary sup table
  tbody td tfoot th thead time tr track tt u ul var video wbr`.split(/\s+/),
)
const mathElements = new Set(
  `math semantics annotation menclose mfrac mi mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover mlabeledtr mglyph merror none mmultiscripts mprescripts`.split(
    /\s+/,
  ),
)
const attributes =
  /^(?:class|id|title|lang|dir|aria-[a-z]+|role|tabindex|href|hreflang|src|alt|width|height|loading|decoding|type|disabled|checked|cite|datetime|value|min|max|low|high|optimum|open|start|reversed|span|colspan|rowspan|headers|scope|controls|loop|muted|preload|poster|kind|srclang|label|default|data-line|data-embed)$/
const mathAttributes =
  /^(?:xmlns|display|encoding|class|mathvariant|mathcolor|mathbackground|mathsize|stretchy|fence|separator|lspace|rspace|voffset|accent|accentunder|columnalign|columnlines|columnspacing|rowspacing|rowlines|rowalign|width|height|depth|scriptlevel|displaystyle|linethickness|notation|minsize|maxsize|largeop|movablelimits|linebreak|valign|side|symmetric|form|alt)$/
/** What a page may show of another site once a reader asks for it. */
const frames = /^https:\/\/(?:www\.youtube-nocookie\.com|player\.vimeo\.com)\//
const addresses = new Set(['href', 'src', 'poster', 'cite'])

/**
 * Parses HTML as a browser does and names everything in it that no page of ours may hold: elements,
 * attributes and addresses that are not listed, ids that stand twice. Empty when all is well.
 */
export function findDangers(html: string): readonly string[] {
  const dangers: string[] = []
  const ids = new Set<string>()
  const nodes: Node[] = [...parseFragment(html).childNodes]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.nodeName === '#text') continue
    if (!('attrs' in node)) {
      dangers.push(node.nodeName)
      continue
    }
    nodes.push(...node.childNodes)
    // KaTeX nests <mi> in <mi>, and what stands in one a browser reads as HTML: an element without a meaning.
    const isMath = node.namespaceURI === parse5.NS.MATHML || mathElements.has(node.tagName)
    if (!(isMath ? mathElements : elements).has(node.tagName)) dangers.push(`<${node.tagName}>`)
    for (const { name, value } of node.attrs) {
      if (!(isMath ? mathAttributes : attributes).test(name))
        dangers.push(`${node.tagName} ${name}="${value}"`)
      if (name === 'data-embed' && !frames.test(value)) dangers.push(`${name}="${value}"`)
      if (addresses.has(name) && !isHarmless(value, node.tagName)) dangers.push(`${name}="${value}"`)
      if (name !== 'id') continue
      if (ids.has(value)) dangers.push(`id ${value} twice`)
      ids.add(value)
    }
  }
  return dangers
}

/** By the URL parser, which is what a browser goes by, not by looking at the text. */
function isHarmless(address: string, element: string): boolean {
  let url: URL
  try {
    url = new URL(address, 'https://base.test/')
  } catch {
    // No URL at all: a browser follows none either.
    return true
  }
  const { protocol, pathname } = url
  if (protocol === 'http:' || protocol === 'https:') return true
  if (element === 'a') return protocol === 'mailto:' || protocol === 'tel:'
  return element === 'img' && protocol === 'data:' && /^image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(pathname)
}

const voidElements = /^(?:br|col|hr|img|input|source|track|wbr)$/

/**
 * Whether the HTML is whole by itself: every element is closed where it was opened, a browser finds nothing
 * to repair in it, and put between two others it leaves both as they are.
 */
export function isBalanced(html: string): boolean {
  const { tags, isNested } = readTags(html)
  const { childNodes } = parseFragment(`<section>${html}</section><section>after</section>`)
  const [first, last] = childNodes
  if (!isNested || childNodes.length !== 2 || !first || !last) return false
  if (!('childNodes' in first) || !('childNodes' in last) || serialize(last) !== 'after') return false
  // A browser moves what may not stand in a table before it, and adds what a table lacks.
  return html.includes('<table') || readTags(serialize(first)).tags === tags
}

/** The tags in order, and whether they are nested. */
function readTags(html: string): { tags: string; isNested: boolean } {
  const open: string[] = []
  let tags = ''
  let isNested = true
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName }: Token.TagToken) => {
        tags += `<${tagName}`
        if (!voidElements.test(tagName)) open.push(tagName)
      },
      onEndTag: ({ tagName }: Token.TagToken) => {
        tags += `</${tagName}`
        if (open.pop() !== tagName) isNested = false
      },
      onCharacter: ignore,
      onWhitespaceCharacter: ignore,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  )
  tokenizer.write(html, true)
  return { tags, isNested: isNested && open.length === 0 }
}
