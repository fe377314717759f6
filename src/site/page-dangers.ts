import { type DefaultTreeAdapterTypes, parse, type Token, Tokenizer } from 'parse5'
import { storable } from './escape'

type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements that no page holds, whatever a writer wrote. */
const forbidden = new Set([
  'iframe',
  'object',
  'embed',
  'base',
  'style',
  'form',
  'frame',
  'frameset',
  'applet',
  'template',
])
const addresses = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'cite',
  'xlink:href',
  'data',
  'background',
])
const themeScript = /^(\/[\w-]+)?\/assets\/(site|search)-[0-9a-f]{10}\.js$/
const void_ = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
/** For tests: what a whole page holds that could run, lead or load elsewhere than a page may. Empty when all is well. */
export function dangersOf(html: string): string[] {
  const dangers: string[] = []
  const nodes: Node[] = [...parse(html).childNodes]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (!('attrs' in node)) continue
    for (const child of node.childNodes) nodes.push(child)
    const { tagName, attrs } = node
    const attribute = (name: string) => attrs.find((found) => found.name === name)?.value
    if (forbidden.has(tagName)) dangers.push(`<${tagName}>`)
    if (tagName === 'script') dangers.push(...wrongScript(attribute('src'), attribute('type'), node))
    const equivalent = attribute('http-equiv')
    if (equivalent !== undefined && equivalent !== 'Content-Security-Policy')
      dangers.push(`http-equiv ${equivalent}`)
    for (const { name, value } of attrs) {
      if (/^on|^style$|^srcdoc$|^is$/.test(name)) dangers.push(`${tagName} ${name}="${value}"`)
      const listed = name === 'srcset' ? value.split(',').map((one) => one.trim()) : []
      for (const address of addresses.has(name) ? [value] : listed)
        if (!isHarmless(address, tagName)) dangers.push(`${tagName} ${name}="${address.slice(0, 80)}"`)
    }
  }
  if (storable(html) !== html) dangers.push('a character that HTML can’t hold')
  return dangers
}

function wrongScript(
  src: string | undefined,
  type: string | undefined,
  { childNodes }: { childNodes: Node[] },
) {
  if (type !== 'application/ld+json')
    return src !== undefined && themeScript.test(src) ? [] : [`<script src=${src}>`]
  const [text] = childNodes
  try {
    JSON.parse(text !== undefined && 'value' in text ? text.value : '')
    return []
  } catch (error) {
    return [`JSON-LD: ${error}`]
  }
}

/** By the URL parser, which is what a browser goes by. */
function isHarmless(address: string, element: string): boolean {
  const url = URL.parse(address, 'https://base.test/')
  // A browser doesn't follow what is no address at all either.
  if (url === null || url.protocol === 'http:' || url.protocol === 'https:') return true
  if (element === 'a') return url.protocol === 'mailto:' || url.protocol === 'tel:'
  const isPicture = /^image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(url.pathname)
  return element === 'img' && url.protocol === 'data:' && isPicture
}

/** For tests: the first tag of a page that isn't closed where it was opened; null when there is none. */
export function unclosedIn(html: string): string | null {
  const open: string[] = []
  let wrong: string | null = null
  const ignore = () => undefined
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, selfClosing }: Token.TagToken) => {
        if (!void_.test(tagName) && !selfClosing) open.push(tagName)
      },
      onEndTag: ({ tagName }: Token.TagToken) => {
        const opened = open.pop()
        if (opened !== tagName) wrong ??= `</${tagName}> closes <${opened}>`
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
  return wrong ?? (open.length > 0 ? `<${open.at(-1)}> is open` : null)
}
