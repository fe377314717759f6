import type { Drawing } from '../../api/contract'
import { createRenderCache, renderMarkdown } from '../../markdown'
import { resolveImage, resolveLink } from './references'
import type { RenderAnswer, RenderRequest } from './rendering'

const cache = createRenderCache()
const known = new Map<string, Drawing>()

/** Renders the text that comes in with the renderer that the site is made with. */
self.onmessage = ({ data }: MessageEvent<RenderRequest>) => {
  self.postMessage(answer(data))
}

function answer({ source, drawings: added }: RenderRequest): RenderAnswer {
  for (const [described, drawing] of added) known.set(described, drawing)
  try {
    const options = { resolveLink, resolveImage, resolveDrawing, cache }
    const { blocks, words, drawings } = renderMarkdown(source, options)
    return { kind: 'rendered', rendering: { blocks, words, drawings } }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

function resolveDrawing(source: string) {
  const drawing = known.get(source)
  if (drawing === undefined) return null
  const { path, width, height } = drawing
  return { src: `/${path}`, ...(width !== null && { width }), ...(height !== null && { height }) }
}
