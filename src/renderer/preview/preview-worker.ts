import type { Drawing } from '../../api/contract'
import { createRenderCache, renderMarkdown } from '../../markdown'
import { matchBlocks } from './match-blocks'
import { resolveImage, resolveLink } from './references'
import type { RenderAnswer, RenderedChange, RenderRequest } from './rendering'

const cache = createRenderCache()
const known = new Map<string, Drawing>()
/** The blocks that were last sent of each page. A page that is forgotten is sent whole once more. */
const sent = new Map<number, readonly string[]>()
const mostPages = 8

/** Renders the text that comes in with the renderer that the site is made with. */
self.onmessage = ({ data }: MessageEvent<RenderRequest>) => {
  self.postMessage(answer(data))
}

function answer({ page, source, drawings: added }: RenderRequest): RenderAnswer {
  for (const [described, drawing] of added) known.set(described, drawing)
  try {
    const options = { resolveLink, resolveImage, resolveDrawing, cache }
    const { blocks, words, drawings } = renderMarkdown(source, options)
    const pieces = blocks.map(({ html }) => html)
    const kept = matchBlocks((page !== undefined && sent.get(page)) || [], pieces)
    if (page !== undefined) remember(page, pieces)
    const change: RenderedChange = {
      kept,
      added: pieces.filter((_, index) => kept[index] === -1),
      lines: Int32Array.from(blocks, ({ line }) => line),
      words,
      drawings,
    }
    return { kind: 'rendered', change }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function remember(page: number, pieces: readonly string[]): void {
  sent.delete(page)
  sent.set(page, pieces)
  const [oldest] = sent.keys()
  if (sent.size > mostPages && oldest !== undefined) sent.delete(oldest)
}

function resolveDrawing(source: string) {
  const drawing = known.get(source)
  if (drawing === undefined) return null
  const { path, width, height } = drawing
  return { src: `/${path}`, ...(width !== null && { width }), ...(height !== null && { height }) }
}
