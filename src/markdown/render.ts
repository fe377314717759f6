import type { Env, Token } from 'markdown-it'
import { PageAddresses } from './addresses'
import { dressPage } from './dress'
import { markEmbeds } from './embeds'
import { placeFootnotes } from './footnotes'
import { identifyHeadings } from './headings'
import { englishLabels } from './labels'
import type { Block, RenderedMarkdown, RenderOptions } from './options'
import { createLonghand } from './parser/parser'
import { countWords, plainText, shorten } from './text'

const parser = createLonghand()
/** What is encoded as it is: nothing in it that a URL may not hold, and no host in another script. */
const plainUrl = /^(?:https?:\/\/[a-z0-9.-]+)?(?:[/?#][\w./?#=&+~-]*)?$/
const { decode } = parser.utils.lib.mdurl
const spelling = {
  encode: (url: string) => (plainUrl.test(url) ? url : parser.normalizeLink(url)),
  decode: (url: string) => decode(url, ';/?:@&=+$,#%'),
}

/** As long as a search engine or a card shows. */
const excerptLength = 240

/**
 * Renders Markdown (`README.md` says which) as HTML that is safe to show whatever the source holds. Equal
 * source and options give equal results. Never throws but what `resolveLink` or `resolveImage` throws.
 */
export function renderMarkdown(source: string, options: RenderOptions = {}): RenderedMarkdown {
  const env: Env = {}
  const labels = { ...englishLabels, ...options.labels }
  const addresses = new PageAddresses(options, spelling)
  const claimId = (id: string) => addresses.claimId(id)
  const tokens = placeFootnotes(parser.parse(source, env), labels, claimId)
  const headings = identifyHeadings(tokens, claimId)
  markEmbeds(tokens, labels)
  const { words, excerpt } = summarise(tokens)
  const dressed = dressPage(tokens, {
    addresses,
    labels,
    cache: options.cache,
    unescape: parser.utils.unescapeAll,
  })
  const blocks: Block[] = []
  for (const block of dressed) {
    const html = parser.renderer.render(block.tokens, parser.options, env)
    if (html.trim() !== '') blocks.push({ line: block.line, html })
  }
  return {
    html: blocks.map((block) => block.html).join(''),
    blocks,
    headings,
    links: [...addresses.links],
    assets: [...addresses.assets],
    drawings: [...addresses.drawings],
    ids: addresses.ids,
    anchors: [...addresses.anchors],
    words,
    excerpt,
  }
}

function summarise(tokens: readonly Token[]): { words: number; excerpt: string } {
  let words = 0
  let excerpt = ''
  tokens.forEach((token, index) => {
    if (token.type !== 'inline') return
    const text = plainText(token.children)
    words += countWords(text)
    const before = tokens[index - 1]
    if (excerpt === '' && before?.type === 'paragraph_open' && before.level === 0 && !before.attrs) {
      // A paragraph of images alone or an embed says nothing that could stand for the post.
      const prose = token.children?.filter((child) => child.type !== 'image') ?? null
      excerpt = shorten(plainText(prose), excerptLength)
    }
  })
  return { words, excerpt }
}
