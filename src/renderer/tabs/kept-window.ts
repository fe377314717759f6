import type { PostId } from '../../document'
import { readPreference } from '../app/preferences'
import type { Tabs } from './follow-tabs'

/** What a window has open, to open it again. */
export interface KeptWindow {
  readonly tabs: Tabs
  readonly selected: PostId | undefined
}

/** The most tabs that come back: a list that nobody made by hand is no wish. */
const mostKept = 50

/** What this window had open last; a window that was opened for a post has that one. */
export function readKeptWindow(): KeptWindow {
  const asked = new URLSearchParams(location.search).get('post')
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOfWindow()) ?? 'null')
    if (isKept(kept)) return { tabs: kept.tabs.slice(0, mostKept), selected: kept.selected }
  } catch {
    // Storage that is switched off, or what somebody else wrote: as if nothing were kept.
  }
  const first = asked ?? (isMainWindow() ? readPreference('lastPost') : '')
  const selected = first === '' ? undefined : (first as PostId)
  return { tabs: selected === undefined ? [] : [selected], selected }
}

export function keepWindow(open: KeptWindow): void {
  try {
    localStorage.setItem(keyOfWindow(), JSON.stringify(open))
  } catch (error) {
    console.warn('What is open could not be remembered.', error)
  }
}

/** Which window this is: each remembers its own, and the shell names all but the first. */
const windowName = () => new URLSearchParams(location.search).get('window') ?? ''
const keyOfWindow = () => `longhand.window${windowName()}`
export const isMainWindow = () => windowName() === ''

function isKept(value: unknown): value is KeptWindow {
  if (typeof value !== 'object' || value === null || !('tabs' in value)) return false
  const { tabs } = value
  return Array.isArray(tabs) && tabs.every((tab) => typeof tab === 'string')
}
