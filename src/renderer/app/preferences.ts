import { useCallback, useSyncExternalStore } from 'react'
import type { Language } from '../../words'
import type { ChosenKeys } from '../commands/chosen-keys'

/** What the screen remembers for itself on this machine. None of it is content: losing it loses no work. */
export interface Preferences {
  appearance: 'system' | 'light' | 'dark'
  /** Of the interface; empty: as the system. */
  language: '' | Language
  editorFont: 'serif' | 'sans' | 'mono'
  /** pixels */
  editorSize: number
  lineWidth: 'narrow' | 'medium' | 'wide'
  editorTheme: 'plain' | 'sepia' | 'sea' | 'contrast'
  /** What stays lit while one writes. */
  focus: 'off' | 'sentence' | 'paragraph' | 'section'
  /** What F8 lights. */
  focusUnit: 'sentence' | 'paragraph' | 'section'
  isTypewriter: boolean
  /** Whether the editor has Vim's keys. */
  isVim: boolean
  /** Whether the commands of the text stand above it. */
  isFormatBarShown: boolean
  /** Whether marks away from the cursor are hidden. */
  areMarksHidden: boolean
  /** Names of the dictionaries that spelling is checked by, or `off`; empty: those of the post, the site and the system. */
  spellLanguages: string
  /** Rules of style that are switched off, parted by spaces. */
  silencedRules: string
  /** Words to write a day; 0 without a goal. */
  dailyGoal: number
  /** A day and how many words were written on it. */
  writtenOfLate: string
  view: 'editor' | 'split' | 'preview'
  isSidebarShown: boolean
  isListShown: boolean
  /** pixels */
  listWidth: number
  /** The editor's part of the desk, 0 to 1. */
  editorShare: number
  lastPost: string
  /** What the writer chose in place of the usual keys, by the command's id. */
  commandKeys: ChosenKeys
  sortBy: 'date' | 'edited' | 'title' | 'words'
  sortDescending: boolean
  exportFolder: string
  importFolder: string
  /** The pane beside the text that was shown last. */
  sidePane: string
  isSideShown: boolean
  /** The library whose writer is new here and hasn't chosen how to begin; empty else. */
  welcomeTo: string
  /** Whether the panel to find in a post has its line to replace. */
  isReplaceShown: boolean
  /** pixels */
  sideWidth: number
  siteWidth: 'phone' | 'tablet' | 'desktop'
}

const defaultPreferences: Preferences = {
  appearance: 'system',
  language: '',
  editorFont: 'serif',
  editorSize: 17,
  lineWidth: 'medium',
  editorTheme: 'plain',
  focus: 'off',
  focusUnit: 'paragraph',
  isTypewriter: false,
  isVim: false,
  isFormatBarShown: true,
  areMarksHidden: false,
  spellLanguages: '',
  // These speak up in most paragraphs of most good texts.
  silencedRules: 'passive intensify',
  dailyGoal: 0,
  writtenOfLate: '',
  view: 'split',
  isSidebarShown: true,
  isListShown: true,
  listWidth: 288,
  editorShare: 0.5,
  lastPost: '',
  commandKeys: {},
  sortBy: 'date',
  sortDescending: true,
  exportFolder: '',
  importFolder: '',
  sidePane: 'properties',
  isSideShown: false,
  welcomeTo: '',
  isReplaceShown: false,
  sideWidth: 304,
  siteWidth: 'desktop',
}

const changed = 'longhand:preference'
const keyOf = (name: string) => `longhand.${name}`

const parsed = new Map<string, { readonly text: string; readonly value: unknown }>()

/** The value of a text, the same one as long as the text is the same: React compares by identity. */
function parseOnce(name: string, text: string): unknown {
  const known = parsed.get(name)
  if (known?.text === text) return known.value
  const value: unknown = JSON.parse(text)
  parsed.set(name, { text, value })
  return value
}

/** The value that is remembered, or the default where none of its kind is. */
export function readPreference<Name extends keyof Preferences>(name: Name): Preferences[Name] {
  const fallback = defaultPreferences[name]
  try {
    const text = localStorage.getItem(keyOf(name)) ?? 'null'
    const value = parseOnce(name, text)
    const isSameKind = typeof value === typeof fallback && value !== null
    return isSameKind ? (value as Preferences[Name]) : fallback
  } catch {
    // Storage that is switched off, or a value that somebody else wrote: the default serves.
    return fallback
  }
}

export function writePreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value))
  } catch (error) {
    console.warn('A setting of the screen could not be remembered.', error)
  }
  window.dispatchEvent(new CustomEvent(changed, { detail: name }))
}

/** Calls `listener` whenever a setting may have changed, here or in another window. Returns what stops it. */
export function subscribePreferences(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}

/** One remembered setting and how to change it; every place that reads it follows. */
export function usePreference<Name extends keyof Preferences>(
  name: Name,
): [Preferences[Name], (value: Preferences[Name]) => void] {
  const value = useSyncExternalStore(subscribePreferences, () => readPreference(name))
  const set = useCallback((next: Preferences[Name]) => writePreference(name, next), [name])
  return [value, set]
}
