import { useEffect, useState } from 'react'
import { systemClock } from '../app/clock'
import { LiveValue } from '../app/live-value'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { RenderQueue } from './render-queue'
import type { Rendering } from './rendering'

/** The page of the post that is open, kept up to date by a worker; undefined until the first is there. */
export type LiveRendering = LiveValue<Rendering | undefined>

/** Renders the session's text in a worker, now and after each change. */
export function useRendering(session: DraftSession): LiveRendering {
  const { pages } = useServices()
  const [rendering] = useState(() => new LiveValue<Rendering | undefined>(undefined))
  useEffect(() => {
    const { body } = session
    const render = async () => {
      try {
        rendering.set(await pages.render(body.toString()))
      } catch (error) {
        console.error('The preview could not be rendered.', error)
      }
      queue.finished()
    }
    const queue = new RenderQueue({ clock: systemClock, start: () => void render() })
    const onChange = () => queue.request()
    body.observe(onChange)
    queue.requestNow()
    return () => {
      body.unobserve(onChange)
      queue.close()
    }
  }, [session, pages, rendering])
  return rendering
}
