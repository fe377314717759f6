import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './pane-divider.module.css'

interface Props {
  readonly label: string
  /** Where it stands, in per cent of where it can go. */
  readonly value: number
  /** Called with the place, in pixels from the left of the window, to which the divider is moved. */
  readonly onMove: (x: number) => void
}

/** How far an arrow key moves it, in pixels. */
const step = 24

/** The line between two panes; drag it, or move it by the arrow keys. */
export function PaneDivider({ label, value, onMove }: Props) {
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (direction === 0) return
    event.preventDefault()
    onMove(event.currentTarget.getBoundingClientRect().left + direction * step)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can neither be focused nor dragged.
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value)}
      tabIndex={0}
      className={styles.divider}
      // The frame beside it would swallow the pointer; captured, it stays ours.
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  )
}

/** How far a place (pixels from the left of the window) is from where an element begins: its right, when one reads from there. */
export function distanceFromStart(element: Element, x: number): number {
  const { left, right } = element.getBoundingClientRect()
  return getComputedStyle(element).direction === 'rtl' ? right - x : x - left
}
