import { describe, expect, it } from 'vitest'
import { isKey, nameKey, nameOfKey, type Pressed } from './keys'

/** `Ctrl+Shift+P KeyP` as an event. */
function press(text: string): Pressed {
  const [keys = '', code = ''] = text.split(' ')
  const parts = keys.split(/\+(?=.)/)
  return {
    key: parts.at(-1) ?? '',
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    getModifierState: () => parts.includes('AltGr'),
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
    ['Ctrl+k KeyN', 'Mod+N', false],
    ['Ctrl+Alt+ArrowUp ArrowUp', 'Mod+Alt+ArrowUp', true],
    ['F2 F2', 'F2', true],
    ['Shift+F6 F6', 'F6', false],
    ['Ctrl+1 Numpad1', 'Mod+1', true],
  ])('%s is %s: %s', (pressed, name, expected) => {
    expect(isKey(press(pressed), name, false)).toBe(expected)
  })

  it.each([
    ['Russian', 'Ctrl+т KeyN', 'Mod+N', true],
    ['German', 'Ctrl+ö Semicolon', 'Mod+;', true],
    ['German', 'Ctrl+# Backslash', 'Mod+\\', true],
    ['German', 'Ctrl+Dead Backquote', 'Mod+`', true],
    ['German, where that place zooms out', 'Ctrl+- Slash', 'Mod+/', false],
    ['German', 'Ctrl+y KeyZ', 'Mod+Y', true],
    ['German', 'Ctrl+y KeyZ', 'Mod+Z', false],
    ['French', 'Ctrl+& Digit1', 'Mod+1', true],
    ['French', 'Ctrl+a KeyQ', 'Mod+A', true],
    ['French', 'Ctrl+, KeyM', 'Mod+,', true],
    ['French', 'Ctrl+; Comma', 'Mod+;', true],
    ['French', 'Ctrl+; Comma', 'Mod+,', false],
    ['German', "Ctrl+Shift+' Backslash", 'Mod+Shift+\\', true],
    ['Polish, where it types ć', 'AltGr+Ctrl+Alt+ć KeyC', 'Mod+Alt+C', false],
  ])('on a keyboard that is %s, %s is %s: %s', (_layout, pressed, name, expected) => {
    expect(isKey(press(pressed), name, false)).toBe(expected)
  })

  it('on a Mac, ⌘ is the modifier, ⌃ another one, and ⌥N types a letter of its own', () => {
    expect(isKey(press('Meta+n KeyN'), 'Mod+N', true)).toBe(true)
    expect(isKey(press('Ctrl+n KeyN'), 'Mod+N', true)).toBe(false)
    expect(isKey(press('Alt+˜ KeyN'), 'Alt+N', true)).toBe(true)
    expect(isKey(press('Ctrl+Meta+f KeyF'), 'Ctrl+Mod+F', true)).toBe(true)
    expect(isKey(press('Meta+f KeyF'), 'Ctrl+Mod+F', true)).toBe(false)
  })

  it('are written as each system writes them', () => {
    expect(nameKey('Mod+Shift+P', false)).toBe('Ctrl+Shift+P')
    expect(nameKey('Mod+Shift+P', true)).toBe('⇧⌘P')
    expect(nameKey('Mod+Alt+ArrowUp', false)).toBe('Ctrl+Alt+↑')
    expect(nameKey('Ctrl+Mod+F', true)).toBe('⌃⌘F')
  })

  it.each([
    ['Ctrl+Shift+P KeyP', 'Mod+Shift+P'],
    ['Ctrl+ö Semicolon', 'Mod+;'],
    ['Ctrl+& Digit1', 'Mod+1'],
    ['Alt+ArrowUp ArrowUp', 'Alt+ArrowUp'],
    ['Ctrl+Alt+PageDown PageDown', 'Mod+Alt+PageDown'],
    ['F9 F9', 'F9'],
    ['Shift+F9 F9', 'Shift+F9'],
  ])('%s can be given to a command as %s, which it is then', (pressed, name) => {
    expect(nameOfKey(press(pressed), false)).toBe(name)
    expect(isKey(press(pressed), name, false)).toBe(true)
  })

  it.each(['a KeyA', 'Shift+A KeyA', 'Control ControlLeft', 'Enter Enter', 'AltGr+Ctrl+Alt+ć KeyC'])(
    '%s can’t be a command’s',
    (pressed) => {
      expect(nameOfKey(press(pressed), false)).toBeUndefined()
    },
  )
})
