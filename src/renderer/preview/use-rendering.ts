import { useEffect, useState } from 'react'
import { systemClock } from '../app/clock'
import { LiveValue } from '../app/live-value'
import type { DraftSession } from '../drafts/draft-session'
import { RenderQueue } from './render-queue'
import type { RenderAnswer, Rendering, RenderRequest } from './rendering'

/** The page of the post that is open, kept up to date by a worker; undefined until the first is there. */
export type LiveRendering = LiveValue<Rendering | undefined>

/** Renders the session's text in a worker, now and after each change. */
export function useRendering(session: DraftSession): LiveRendering {
  const [rendering] = useState(() => new LiveValue<Rendering | undefined>(undefined))
  useEffect(() => {
    const { body } = session
    const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' })
    const queue = new RenderQueue({
      clock: systemClock,
      start: () => worker.postMessage({ source: body.toString() } satisfies RenderRequest),
    })
    worker.onmessage = ({ data }: MessageEvent<RenderAnswer>) => {
      if (data.kind === 'rendered') rendering.set(data.rendering)
      else console.error('The preview could not be rendered.', data.reason)
      queue.finished()
    }
    worker.onerror = () => queue.finished()
    const onChange = () => queue.request()
    body.observe(onChange)
    queue.requestNow()
    return () => {
      body.unobserve(onChange)
      queue.close()
      worker.terminate()
    }
  }, [session, rendering])
  return rendering
}
