import { Compartment, type Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'
import { readPreference, subscribePreferences } from '../../app/preferences'

/**
 * Vim's keys for those who chose them; others don't load them. Stands before every other extension with keys. A
 * choice while a post is open takes effect there at once.
 */
export function vimOption(): Extension {
  const compartment = new Compartment()
  const follower = ViewPlugin.define((view: EditorView) => {
    let isOn = false
    let isGone = false
    const set = (extension: Extension) => view.dispatch({ effects: compartment.reconfigure(extension) })
    const follow = () => {
      const isWanted = readPreference('isVim')
      if (isWanted === isOn) return
      isOn = isWanted
      if (!isWanted) set([])
      else
        import('./vim-keys').then(
          ({ vimKeys }) => !isGone && isOn && set(vimKeys()),
          (error: unknown) => console.warn('Vim’s keys could not be loaded.', error),
        )
    }
    const stop = subscribePreferences(follow)
    queueMicrotask(() => !isGone && follow())
    return {
      destroy() {
        isGone = true
        stop()
      },
    }
  })
  return [compartment.of([]), follower]
}
