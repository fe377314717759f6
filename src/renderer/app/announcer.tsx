import { useWords } from '../words/words'

/**
 * Says something to who hears the screen: the end of a long job, or what changed out of sight. It is heard
 * when the screen reader is done with what it is saying, also while a dialog is open.
 */
export function announce(text: string): void {
  const region = document.querySelector('[data-live-announcer]')
  if (region === null) return
  region.textContent = ''
  // What says the same as before is said again.
  setTimeout(() => {
    region.textContent = text
  }, 50)
}

/** Where it is said. Dialogs hide everything else from screen readers; `data-live-announcer` stays. */
export function Announcer() {
  const { say } = useWords()
  return (
    <div data-live-announcer role="status" aria-label={say('Announcements')} className="visually-hidden" />
  )
}
