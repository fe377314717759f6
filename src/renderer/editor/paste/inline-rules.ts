import type TurndownService from 'turndown'

/** Elements of text that Markdown has no sign for and that a post may have: kept without their attributes. */
const kept = new Set(['KBD', 'SUB', 'SUP', 'MARK'])

/**
 * Links, pictures, math, keys, and the ways in which programs for texts say bold.
 * @param hold takes the address of a picture that comes inside of the HTML, and gives what stands for it
 */
export function addInlineRules(turndown: TurndownService, hold: (source: string) => string): void {
  turndown.addRule('link', {
    filter: 'a',
    replacement: (content, node) => link(content, node as Element),
  })
  turndown.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => picture(node as Element, hold),
  })
  turndown.addRule('kept', {
    filter: (node) => kept.has(node.nodeName),
    replacement: (content, { nodeName }) => {
      const name = nodeName.toLowerCase()
      return content.trim() === '' ? content : `<${name}>${content}</${name}>`
    },
  })
  // Google Docs wraps what is copied into a bold element that isn't bold.
  turndown.addRule('not-bold', {
    filter: (node) =>
      /^(B|STRONG)$/.test(node.nodeName) && /font-weight:\s*(normal|[1-5]00)/.test(styleOf(node)),
    replacement: (content) => content,
  })
  // And says bold by a style alone, as others do.
  turndown.addRule('styled', {
    filter: (node) => node.nodeName === 'SPAN' && isEmphasised(node),
    replacement: (content, node) => emphasise(content, node as Element),
  })
  turndown.addRule('math', {
    filter: (node) => /^(SPAN|DIV|MATH)$/i.test(node.nodeName) && formulaOf(node) !== undefined,
    replacement: (_, node) => formula(node as Element),
  })
}

const styleOf = (node: Element) => node.getAttribute('style') ?? ''

function link(content: string, node: Element): string {
  const address = (node.getAttribute('href') ?? '').trim()
  const words = content.replace(/\n+/g, ' ')
  if (words.trim() === '') return ''
  // Marks beside headings, and addresses that would run something or lead nowhere outside of their page.
  if (/^(?:¶|#|§|🔗|\\#)$/u.test(words.trim())) return ''
  if (!/^(?:https?:|mailto:|tel:)/i.test(address)) return words
  const title = (node.getAttribute('title') ?? '').replace(/\s+/g, ' ').replaceAll('"', '\\"')
  const [before = '', after = ''] = [/^\s*/.exec(words)?.[0], /\s*$/.exec(words)?.[0]]
  return `${before}[${words.trim()}](${target(address)}${title === '' ? '' : ` "${title}"`})${after}`
}

function picture(node: Element, hold: (source: string) => string): string {
  const source = (node.getAttribute('src') ?? '').trim()
  const words = (node.getAttribute('alt') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[[\]\\]/g, '\\$&')
  if (/^data:image\//i.test(source)) return `![${words}](${hold(source)})`
  return /^https?:/i.test(source) ? `![${words}](${target(source)})` : ''
}

/** As it can stand between round brackets. */
const target = (address: string) =>
  address
    .replace(/[\s<>]/g, encodeURIComponent)
    .replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))

const isBold = (style: string) => /font-weight:\s*(bold|[6-9]00)/.test(style)
const isItalic = (style: string) => /font-style:\s*(italic|oblique)/.test(style)

/** Once: inside of a heading or of what is bold already, a style says nothing. */
function isEmphasised(node: Element): boolean {
  const style = styleOf(node)
  return (
    (isBold(style) || isItalic(style)) && node.closest('h1, h2, h3, h4, h5, h6, strong, pre, code') === null
  )
}

function emphasise(content: string, node: Element): string {
  if (content.trim() === '') return content
  const style = styleOf(node)
  const mark = (isBold(style) ? '**' : '') + (isItalic(style) ? '*' : '')
  const [before = '', after = ''] = [/^\s*/.exec(content)?.[0], /\s*$/.exec(content)?.[0]]
  return `${before}${mark}${content.trim()}${[...mark].reverse().join('')}${after}`
}

/** The source that KaTeX and MathML carry with them; of the outermost element of a formula. */
function formulaOf(node: Element): string | undefined {
  const isOutermost =
    node.matches('.katex-display, .katex, math') && !node.parentElement?.closest('.katex-display, .katex')
  if (!isOutermost) return undefined
  return node.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim() || undefined
}

function formula(node: Element): string {
  const source = formulaOf(node) ?? ''
  const isBlock = node.matches('.katex-display, math[display="block"]')
  return isBlock ? `\n\n$$\n${source}\n$$\n\n` : `$${source}$`
}
