/** Puts the focus into the search of the list: over all that is there, to be typed over, or at its end. */
export function focusSearch(where: 'all' | 'end' = 'all'): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]')
  if (box === null) return
  box.focus()
  if (where === 'all') box.select()
  // The text that was just set is there after the next drawing.
  else requestAnimationFrame(() => box.setSelectionRange(box.value.length, box.value.length))
}
