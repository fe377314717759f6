import { useEffect, useState } from 'react'
import { systemClock } from '../app/clock'
import { LiveValue } from '../app/live-value'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { whenNoKeyWaits, workAndPaint } from './busy'
import { KeyBeat } from './key-beat'
import { RenderQueue } from './render-queue'
import type { Rendering } from './rendering'

/** A pause after which diagrams are drawn: what is being typed is no diagram yet, and drawing takes its time. */
const drawingPauseMs = 1000

/** The page of the post that is open, kept up to date by a worker; undefined until the first is there. */
export type LiveRendering = LiveValue<Rendering | undefined>

/** Renders the session's text in a worker, now and after each change; at once while somebody sees the page. */
export function useRendering(session: DraftSession, isSeen: boolean): LiveRendering {
  const { pages } = useServices()
  const [rendering] = useState(() => new LiveValue<Rendering | undefined>(undefined))
  const [seen] = useState(() => new LiveValue(isSeen))
  useEffect(() => seen.set(isSeen), [seen, isSeen])
  useEffect(() => {
    const { body } = session
    const page = pages.createPage()
    const closing = new AbortController()
    const drawMissing = async () => {
      const isAny = await pages.drawings.draw(rendering.get()?.drawings ?? [], closing.signal)
      if (isAny && !closing.signal.aborted) queue.requestNow()
    }
    let cancelDrawing: (() => void) | undefined
    const beat = new KeyBeat()
    let cost = 0
    const render = async () => {
      cancelDrawing?.()
      try {
        const rendered = await pages.render(body.toString(), page)
        if (seen.get()) await beat.gap(cost)
        await whenNoKeyWaits()
        if (closing.signal.aborted) return
        cost = await workAndPaint(() => rendering.set(rendered))
        if (rendered.drawings.length > 0 && !closing.signal.aborted) {
          cancelDrawing = systemClock.after(drawingPauseMs, () => {
            drawMissing().catch((error: unknown) => console.warn('A drawing could not be kept.', error))
          })
        }
      } catch (error) {
        console.error('The preview could not be rendered.', error)
      }
      queue.finished(cost)
    }
    const queue = new RenderQueue({ clock: systemClock, start: () => void render(), isSeen: seen.get })
    const onChange = () => {
      beat.pressed()
      queue.request()
    }
    body.observe(onChange)
    queue.requestNow()
    const stopSeeing = seen.subscribe(() => queue.requestNow())
    return () => {
      closing.abort()
      cancelDrawing?.()
      stopSeeing()
      body.unobserve(onChange)
      queue.close()
    }
  }, [session, pages, rendering, seen])
  return rendering
}
