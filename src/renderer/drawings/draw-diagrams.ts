import mermaid from 'mermaid'
import { bakeDrawing } from './bake-drawing'
import { boardPort, boardReady, type DrawAnswer, type DrawRequest } from './drawing-messages'

/**
 * The page of the drawing board, in a frame of its own: Mermaid is large, and writes style elements that the
 * screen's policy forbids. Its fonts are named by families that every system has something like, since a
 * drawing is shown on other machines than the one that measured it.
 */
mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  htmlLabels: false,
  theme: 'neutral',
  fontFamily: 'Arial, Helvetica, "Liberation Sans", sans-serif',
  deterministicIds: true,
  suppressErrorRendering: true,
})

/** Every drawing has ids of its own while it is made; `bakeDrawing` makes them equal for equal sources. */
const counter = { drawn: 0 }

async function draw({ source }: DrawRequest): Promise<DrawAnswer> {
  try {
    const { svg } = await mermaid.render(`diagram-${counter.drawn++}`, source)
    const board = document.createElement('div')
    board.innerHTML = svg
    document.body.append(board)
    try {
      const drawing = board.querySelector('svg')
      if (drawing === null) return { kind: 'failed', reason: 'The diagram gave no drawing.' }
      return { kind: 'drawn', svg: bakeDrawing(drawing) }
    } finally {
      board.remove()
    }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}

window.addEventListener('message', ({ data, ports: [port], origin }) => {
  if (data !== boardPort || origin !== window.origin || port === undefined) return
  port.onmessage = async ({ data: request }: MessageEvent<DrawRequest>) => {
    port.postMessage(await draw(request))
  }
})
window.parent.postMessage(boardReady, window.origin)
