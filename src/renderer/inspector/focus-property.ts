import { showSidePane } from '../side/use-side'

/** The fields to which other places lead. */
export type PropertyName = 'date' | 'slug' | 'tags'

/** Opens the properties beside the text and puts the cursor into one of their fields. */
export function focusProperty(name: PropertyName): void {
  showSidePane('properties')
  focusSoon(name)
}

/** The pane is loaded when it is first shown; on a busy machine that takes a moment. */
function focusSoon(name: PropertyName, attempts = 80): void {
  const field = document.querySelector<HTMLElement>(`[data-pane="side"] [data-property="${name}"]`)
  if (field !== null) field.focus()
  else if (attempts > 0) setTimeout(() => focusSoon(name, attempts - 1), 25)
}
