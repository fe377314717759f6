import TurndownService from 'turndown'
import { addGfmRules } from './gfm-rules'
import { addInlineRules } from './inline-rules'

/** Keeps a picture that came inside of the HTML and says how Markdown names it. */
export type KeepPicture = (picture: { readonly type: string; readonly base64: string }) => Promise<string>

/**
 * Clean Markdown of HTML that somebody copied: what can be said in GFM, with math, keys and raised letters; no style,
 * no script, no address that could run one. Pictures inside of it are kept by `keepPicture`; those that can't be are left out.
 */
export async function htmlToMarkdown(html: string, keepPicture: KeepPicture): Promise<string> {
  const pictures: string[] = []
  const turndown = createService(pictures)
  let markdown = tidy(turndown.turndown(html))
  for (const [index, source] of pictures.entries()) {
    const path = await keep(source, keepPicture)
    const name = placeholder(index)
    markdown =
      path === undefined
        ? markdown.replace(new RegExp(`!\\[[^\\]]*\\]\\(${name}\\)`, 'g'), '')
        : markdown.replaceAll(name, path)
  }
  return markdown
}

/** No address that a page can have: HTML can't hold the letter. */
const placeholder = (index: number) => `picture\u{F8FF}${index}\u{F8FF}`

function createService(pictures: string[]): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  })
  // What a reader doesn't see, or can't use in a post.
  turndown.remove([
    'style', 'script', 'title', 'meta', 'head', 'link', 'noscript', 'template', 'button', 'select', 'textarea',
    'iframe', 'object', 'embed', 'canvas', 'audio', 'video', 'svg' as 'style', 'o:p' as 'style',
  ]) // biome-ignore format: a list reads better in two lines
  addGfmRules(turndown)
  addInlineRules(turndown, (source) => placeholder(pictures.push(source) - 1))
  const escapeAll = turndown.escape.bind(turndown)
  turndown.escape = (text) => unescapeNeedless(escapeAll(text))
  return turndown
}

/** A snake_case name, and brackets that no address or label follows, mean nothing in Markdown. */
function unescapeNeedless(text: string): string {
  const calm = text.replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
  return /\\\](?:[([:]|\\\[)|\\\[(?:\\\[|\^|[ xX]\\\])/.test(calm) ? calm : calm.replace(/\\([[\]])/g, '$1')
}

/** One blank between list marks and words as everybody types it, ordinary spaces, no blank line more than one. */
function tidy(markdown: string): string {
  const parts = markdown.split(/(^ *(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ *\2[ ]*$)/m)
  return parts
    .map((part, index) => {
      if (index % 3 === 1) return part
      if (index % 3 === 2) return ''
      return part
        .replace(/[\u00a0\u202f]/g, ' ')
        .replace(/[\u200b\ufeff]/g, '')
        .replace(/^((?:> ?)*\s*)([-*+]|\d+[.)]) {2,}(?=\S)/gm, '$1$2 ')
        .replace(/[ \t]+$/gm, (end) => (end === '  ' ? end : ''))
        .replace(/\n{3,}/g, '\n\n')
    })
    .join('')
    .trim()
}

async function keep(source: string, keepPicture: KeepPicture): Promise<string | undefined> {
  const [, type, base64] = /^data:(image\/[a-z0-9.+-]+);base64,([a-z0-9+/=\s]+)$/i.exec(source) ?? []
  if (type === undefined || base64 === undefined) return undefined
  return keepPicture({ type: type.toLowerCase(), base64: base64.replace(/\s+/g, '') })
}
