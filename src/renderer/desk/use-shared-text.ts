import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { replaceText } from '../../document'
import { mapPosition } from './map-selection'

/** What a text area needs to be bound to a text that others write in as well. */
export interface SharedText {
  readonly ref: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly change: (value: string) => void
}

/** Binds a text area to a shared text. Edits that come from elsewhere leave the cursor where it was. */
export function useSharedText(text: Y.Text): SharedText {
  const ref = useRef<HTMLTextAreaElement>(null)
  const selection = useRef<readonly [number, number]>(undefined)
  const subscribe = useCallback(
    (listener: () => void) => {
      const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
        const area = ref.current
        if (area && !transaction.local && document.activeElement === area) {
          selection.current = [
            mapPosition(area.selectionStart, event.delta),
            mapPosition(area.selectionEnd, event.delta),
          ]
        }
        listener()
      }
      text.observe(observe)
      return () => text.unobserve(observe)
    },
    [text],
  )
  const value = useSyncExternalStore(subscribe, () => text.toString())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value is what moved the cursor.
  useLayoutEffect(() => {
    if (selection.current && ref.current) ref.current.setSelectionRange(...selection.current)
    selection.current = undefined
  }, [value])
  const change = useCallback((next: string) => replaceText(text, next), [text])
  return { ref, value, change }
}
