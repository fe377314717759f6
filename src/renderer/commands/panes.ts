/**
 * The panes between which F6 moves, in the order of the screen. A pane marks itself with `data-pane` and
 * what takes its focus with `data-pane-focus`.
 */
export function focusPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null && targetOf(pane) !== undefined,
  )
  if (panes.length === 0) return
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = current === -1 && direction === -1 ? 0 : current
  const next = panes[(start + direction + panes.length) % panes.length]
  if (next) targetOf(next)?.focus()
}

/** Puts the focus into the pane of this name. */
export function focusNamedPane(name: string): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
  if (pane) targetOf(pane)?.focus()
}

function targetOf(pane: HTMLElement): HTMLElement | undefined {
  return pane.querySelector<HTMLElement>('[data-pane-focus], [data-pane-focus] .cm-content') ?? undefined
}
