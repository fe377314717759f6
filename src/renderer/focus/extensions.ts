import type { Extension } from '@codemirror/state'
import { byPreference } from '../editor/by-preference'
import { focusMode } from './focus-mode'
import { typewriter } from './typewriter'
import './focus.css'

/** Focus and typewriter scrolling, as the writer has set them. */
export function concentration(): Extension {
  return [
    byPreference('focus', (unit) => (unit === 'off' ? [] : focusMode(unit))),
    byPreference('isTypewriter', (isOn) => (isOn ? typewriter : [])),
  ]
}
