import { describe, expect, it } from 'vitest'
import { isKey, nameKey } from './keys'

/** `Ctrl+Shift+P KeyP` as an event. */
function press(text: string) {
  const [keys = '', code = ''] = text.split(' ')
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

describe('keys', () => {
  it.each([
    ['Ctrl+n KeyN', 'Mod+N', true],
    ['Ctrl+Shift+P KeyP', 'Mod+Shift+P', true],
    ['Ctrl+p KeyP', 'Mod+Shift+P', false],
    ['n KeyN', 'Mod+N', false],
    ['Ctrl+Meta+n KeyN', 'Mod+N', false],
    ['Ctrl+| Backslash', 'Mod+\\', true],
    ['Ctrl+Shift+| Backslash', 'Mod+Shift+\\', true],
    ['Ctrl+т KeyN', 'Mod+N', true],
    ['Ctrl+k KeyN', 'Mod+N', false],
    ['Ctrl+Alt+ArrowUp ArrowUp', 'Mod+Alt+ArrowUp', true],
    ['F2 F2', 'F2', true],
    ['Shift+F6 F6', 'F6', false],
  ])('%s is %s: %s', (pressed, name, expected) => {
    expect(isKey(press(pressed), name, false)).toBe(expected)
  })

  it('on a Mac, ⌘ is the modifier and ⌥N types a letter of its own', () => {
    expect(isKey(press('Meta+n KeyN'), 'Mod+N', true)).toBe(true)
    expect(isKey(press('Ctrl+n KeyN'), 'Mod+N', true)).toBe(false)
    expect(isKey(press('Alt+˜ KeyN'), 'Alt+N', true)).toBe(true)
  })

  it('are written as each system writes them', () => {
    expect(nameKey('Mod+Shift+P', false)).toBe('Ctrl+Shift+P')
    expect(nameKey('Mod+Shift+P', true)).toBe('⇧⌘P')
    expect(nameKey('Mod+Alt+ArrowUp', false)).toBe('Ctrl+Alt+↑')
  })
})
