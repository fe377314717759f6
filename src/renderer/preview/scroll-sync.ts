import type { EditorView } from '@codemirror/view'
import { follow, type Landmarks } from './follow'
import type { FramePage } from './frame-page'

/**
 * Keeps editor and preview at the same place of the text. The pane that the writer moves leads; what the
 * other one scrolls by itself is never taken for a wish.
 * @returns `follow` to call after the page changed, and a disposer
 */
export function syncScrolling(scroller: HTMLElement, view: EditorView, page: FramePage) {
  const frame = page.document.defaultView
  if (frame === null) return { follow: () => undefined, close: () => undefined }
  let leader: 'editor' | 'preview' = 'editor'
  let scheduled = 0
  const closing = new AbortController()
  const { signal } = closing

  const move = () => {
    scheduled = 0
    const marks = findLandmarks(scroller, view, page)
    if (leader === 'editor') {
      const level = eyeLevel(scroller.scrollTop, scroller.scrollHeight, scroller.clientHeight)
      const eye = scroller.scrollTop + level * scroller.clientHeight
      frame.scrollTo({ top: follow(eye, marks) - level * frame.innerHeight, behavior: 'instant' })
    } else {
      const { scrollHeight } = page.document.documentElement
      const level = eyeLevel(frame.scrollY, scrollHeight, frame.innerHeight)
      const eye = frame.scrollY + level * frame.innerHeight
      const back: Landmarks = { count: marks.count, from: marks.to, to: marks.from }
      scroller.scrollTop = follow(eye, back) - level * scroller.clientHeight
    }
  }
  const schedule = () => {
    if (scheduled === 0 && !signal.aborted) scheduled = requestAnimationFrame(move)
  }
  const lead = (pane: typeof leader, target: EventTarget, scrolled: EventTarget) => {
    const options = { passive: true, capture: true, signal }
    for (const type of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
      target.addEventListener(type, () => (leader = pane), options)
    }
    scrolled.addEventListener('scroll', () => leader === pane && schedule(), { passive: true, signal })
  }
  lead('editor', scroller, scroller)
  lead('preview', frame, frame)
  return {
    follow: () => {
      if (leader === 'editor') schedule()
    },
    close: () => {
      closing.abort()
      cancelAnimationFrame(scheduled)
    },
  }
}

/**
 * Where in a pane the eye is taken to be, as a share of its height: what stands there is kept level. It
 * wanders from the top to the foot as the pane does, so that both panes begin and end together.
 */
function eyeLevel(scrolled: number, whole: number, visible: number): number {
  return whole <= visible ? 0 : Math.min(1, scrolled / (whole - visible))
}

/** Both tops, the beginning of each block, both ends. Asked for lazily: only a few are needed at a time. */
function findLandmarks(scroller: HTMLElement, view: EditorView, page: FramePage): Landmarks {
  const { doc } = view.state
  const textTop = view.documentTop - scroller.getBoundingClientRect().top + scroller.scrollTop
  const blocks = page.blocks.flatMap(({ line, nodes }, index) =>
    line < doc.lines && nodes.some(({ nodeType }) => nodeType === Node.ELEMENT_NODE) ? [{ line, index }] : [],
  )
  const last = blocks.length + 1
  return {
    count: last + 1,
    from: (index) => {
      const block = blocks[index - 1]
      if (index === 0) return 0
      if (block === undefined) return scroller.scrollHeight
      return textTop + view.lineBlockAt(doc.line(block.line + 1).from).top
    },
    to: (index) => {
      const block = blocks[index - 1]
      if (index === 0) return 0
      return block === undefined ? page.document.documentElement.scrollHeight : page.topOf(block.index)
    },
  }
}
