import { createRenderCache, renderMarkdown } from '../../markdown'
import { resolveImage, resolveLink } from './references'
import type { RenderAnswer, RenderRequest } from './rendering'

const cache = createRenderCache()

/** Renders the text that comes in with the renderer that the site is made with. */
self.onmessage = ({ data }: MessageEvent<RenderRequest>) => {
  self.postMessage(answer(data))
}

function answer({ source }: RenderRequest): RenderAnswer {
  try {
    const { blocks, words } = renderMarkdown(source, { resolveLink, resolveImage, cache })
    return { kind: 'rendered', rendering: { blocks, words } }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
