import { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useRef } from 'react'
import { systemClock } from '../app/clock'
import type { LiveValue } from '../app/live-value'
import { useServices } from '../app/services'
import { type DeskPlace, encodeDesk } from '../drafts/desk-state'
import type { DraftSession } from '../drafts/draft-session'
import type { CursorPosition } from '../editor/editor'
import { DeskKeeper } from './desk-keeper'

interface Places {
  readonly view: EditorView | undefined
  readonly scroller: RefObject<HTMLElement | null>
  readonly position: LiveValue<CursorPosition>
}

/** Puts the writer where they were in the post, and keeps where they are, so that a restart changes nothing. */
export function useKeptDesk(session: DraftSession, { view, scroller, position }: Places): void {
  const { calls, bridge } = useServices()
  const hasReturned = useRef(false)
  useEffect(() => {
    if (view === undefined) return
    const area = scroller.current
    if (!hasReturned.current && session.place) goTo(session.place, view, area)
    hasReturned.current = true

    let place = session.place ?? atStart
    const capture = () => {
      place = placeOf(view, area, place)
      return encodeDesk(session, place)
    }
    const save = (state: Uint8Array) =>
      calls.drafts.saveDesk({ id: session.id, state }).then(
        () => undefined,
        // It is a convenience; the text has its own way, which tells the writer when it fails.
        (error: unknown) => console.warn('Where you are in this post could not be kept.', error),
      )
    const keeper = new DeskKeeper({ capture, save, clock: systemClock })
    const stops = listen(keeper, session, area, position)
    const stopBridge = bridge?.onFlush(() => keeper.saveNow())
    return () => {
      for (const stop of stops) stop()
      stopBridge?.()
      void keeper.saveNow()
    }
  }, [session, view, scroller, position, calls, bridge])
}

const atStart: DeskPlace = { anchor: 0, head: 0, top: null, scroll: 0, hasFocus: false }

/** Everything that changes the place tells the keeper; leaving the window makes it keep at once. */
function listen(
  keeper: DeskKeeper,
  session: DraftSession,
  scroller: HTMLElement | null,
  position: LiveValue<CursorPosition>,
): (() => void)[] {
  const changed = () => keeper.changed()
  const leave = () => void keeper.saveNow()
  const onHidden = () => document.visibilityState === 'hidden' && leave()
  session.doc.on('update', changed)
  scroller?.addEventListener('scroll', changed, { passive: true })
  window.addEventListener('blur', leave)
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', onHidden)
  return [
    position.subscribe(changed),
    () => session.doc.off('update', changed),
    () => scroller?.removeEventListener('scroll', changed),
    () => window.removeEventListener('blur', leave),
    () => window.removeEventListener('pagehide', leave),
    () => document.removeEventListener('visibilitychange', onHidden),
  ]
}

/** Where the writer is now. What is on screen is known only while it is; the cursor also after that. */
function placeOf(view: EditorView, scroller: HTMLElement | null, last: DeskPlace): DeskPlace {
  const { anchor, head } = view.state.selection.main
  if (scroller === null || !view.dom.isConnected || view.dom.offsetParent === null)
    return { ...last, anchor, head }
  const above = scroller.getBoundingClientRect().top - view.documentTop
  return {
    anchor,
    head,
    top: above > 0 ? view.lineBlockAtHeight(above).from : null,
    scroll: scroller.scrollTop,
    hasFocus: document.activeElement === view.contentDOM,
  }
}

function goTo(place: DeskPlace, view: EditorView, scroller: HTMLElement | null): void {
  const { anchor, head, top, scroll, hasFocus } = place
  view.dispatch({
    selection: { anchor, head },
    ...(top === null ? {} : { effects: EditorView.scrollIntoView(top, { y: 'start' }) }),
  })
  if (top === null && scroller) scroller.scrollTop = scroll
  // The window was left with the cursor in the text, and nothing else asks for it now.
  if (hasFocus && document.activeElement === document.body) view.focus()
}
