import { Compartment, type Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'
import { type Preferences, readPreference, subscribePreferences } from '../app/preferences'

/**
 * An extension that follows a setting of the screen: it is what `build` makes of the value, at once and again
 * whenever the value changes. Text, cursor and undo stay as they are.
 */
export function byPreference<Name extends keyof Preferences>(
  name: Name,
  build: (value: Preferences[Name]) => Extension,
): Extension {
  const compartment = new Compartment()
  const first = readPreference(name)
  const follower = ViewPlugin.define((view: EditorView) => {
    let shown = first
    const follow = () => {
      const value = readPreference(name)
      if (value === shown) return
      shown = value
      view.dispatch({ effects: compartment.reconfigure(build(value)) })
    }
    return { destroy: subscribePreferences(follow) }
  })
  return [compartment.of(build(first)), follower]
}
