/** A key as the table writes it: `Mod+Shift+P`. `Mod` is Ctrl, on a Mac ⌘; `Ctrl` is a Mac's own Ctrl. */
export type KeyName = string

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: (name: 'AltGraph') => boolean
}

/** Whether the event is this key, on any layout: what a layout types elsewhere also counts by its place. */
export function isKey(event: Pressed, name: KeyName, onMac = isMac): boolean {
  const parts = name.split('+')
  const has = (part: string) => parts.includes(part)
  // Alt Gr is how many layouts type their letters; Windows reports it as Ctrl and Alt.
  if (event.getModifierState?.('AltGraph')) return false
  const modifier = onMac ? event.metaKey : event.ctrlKey
  const otherModifier = onMac ? event.ctrlKey : event.metaKey
  if (modifier !== has('Mod') || otherModifier !== (onMac && has('Ctrl'))) return false
  if (event.altKey !== has('Alt') || event.shiftKey !== has('Shift')) return false
  return keyOf(event) === (parts.at(-1) ?? '').toUpperCase()
}

/**
 * The key that was pressed as the table writes it; undefined for one that can't be a command's: a letter by
 * itself, a modifier alone.
 */
export function nameOfKey(event: Pressed, onMac = isMac): KeyName | undefined {
  if (event.getModifierState?.('AltGraph') || isModifier.test(event.key)) return undefined
  const modifier = onMac ? event.metaKey : event.ctrlKey
  const ctrl = onMac && event.ctrlKey
  if (!onMac && event.metaKey) return undefined
  const key = keyOf(event)
  const isFunction = /^F\d+$/.test(key)
  if (!modifier && !ctrl && !event.altKey && !isFunction) return undefined
  const modifiers = [ctrl && 'Ctrl', modifier && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift']
  return [...modifiers.filter((part) => part !== false), written(key)].join('+')
}

const isModifier = /^(Control|Shift|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/

/** The keys of a US keyboard by their places. */
const places: Readonly<Record<string, string>> = {
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  IntlBackslash: '<',
}

/**
 * Which key this is, in capitals. A Latin letter counts by what it types, and so do the signs that zoom and
 * those of a US keyboard; where a layout or a modifier types something else (`&` for 1, `ö` for `;`, `т` for N),
 * the place counts.
 */
function keyOf({ key, code, shiftKey }: Pressed): string {
  if (/^[a-z+=-]$/i.test(key)) return key.toUpperCase()
  if (!shiftKey && Object.values(places).includes(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const place = letter ?? digit ?? places[code]
  if (key === ' ') return 'SPACE'
  return place !== undefined && (key.length === 1 || key === 'Dead') ? place : key.toUpperCase()
}

const longNames = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Enter',
  'Backspace',
  'Delete',
  'Insert',
]
const otherNames = ['PageUp', 'PageDown', 'Home', 'End', 'Escape', 'Tab', 'Space']
const written = (key: string) =>
  [...longNames, ...otherNames].find((name) => name.toUpperCase() === key) ?? key

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
}
const macNames: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Mod: '⌘' }

/** The key as the writer reads it: `Ctrl+Shift+P`, on a Mac `⇧⌘P`. */
export function nameKey(name: KeyName, onMac = isMac): string {
  const parts = name.split('+')
  if (!onMac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : (names[part] ?? part))).join('+')
  const modifiers = Object.keys(macNames).filter((part) => parts.includes(part))
  const key = parts.at(-1) ?? ''
  return [...modifiers.map((part) => macNames[part]), names[key] ?? key].join('')
}
