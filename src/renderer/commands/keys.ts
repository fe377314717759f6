/** A key as the table writes it: `Mod+Shift+P`. `Mod` is Ctrl, on a Mac ⌘. */
export type KeyName = string

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether the event is this key, on any layout: letters also count by their place on the keyboard. */
export function isKey(event: Pressed, name: KeyName, onMac = isMac): boolean {
  const parts = name.split('+')
  const key = parts.at(-1) ?? ''
  const has = (part: string) => parts.includes(part)
  const modifier = onMac ? event.metaKey : event.ctrlKey
  const otherModifier = onMac ? event.ctrlKey : event.metaKey
  if (otherModifier || modifier !== has('Mod')) return false
  if (event.altKey !== has('Alt') || event.shiftKey !== has('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase() || isPlaceOf(key, event)
}

const places: Readonly<Record<string, string>> = { '\\': 'Backslash', ',': 'Comma', '/': 'Slash' }

/** Shift and Alt change what a key types (`|`, `ñ`), and other scripts have other letters; its place stays. */
function isPlaceOf(key: string, event: Pressed): boolean {
  if (places[key] !== undefined) return event.code === places[key]
  const typesLatin = /^[a-z]$/i.test(event.key)
  return /^[A-Z]$/.test(key) && !typesLatin && event.code === `Key${key}`
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
}
const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** The key as the writer reads it: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function nameKey(name: KeyName, onMac = isMac): string {
  const parts = name.split('+')
  if (!onMac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : (names[part] ?? part))).join('+')
  const order = ['Alt', 'Shift', 'Mod']
  const modifiers = order.filter((part) => parts.includes(part)).map((part) => macNames[part])
  const key = parts.at(-1) ?? ''
  return [...modifiers, names[key] ?? key].join('')
}
