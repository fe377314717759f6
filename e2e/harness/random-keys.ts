import type { Page } from '@playwright/test'

/** A key as the browser's protocol takes it. */
export interface Key {
  readonly key: string
  readonly windowsVirtualKeyCode: number
  readonly modifiers?: number
  readonly text?: string
}

const [alt, shift] = [1, 8]
/** Ctrl, on a Mac ⌘, among the modifiers of a key. */
export const mod = process.platform === 'darwin' ? 4 : 2

const letter = (text: string): Key => ({
  key: text,
  text,
  windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0),
})
const named = (key: string, windowsVirtualKeyCode: number, text?: string): Key => ({
  key,
  windowsVirtualKeyCode,
  ...(text === undefined ? {} : { text }),
})
const withModifiers = (modifiers: number, key: Key): Key => {
  const { text: _, ...rest } = key
  return { ...rest, modifiers }
}

const typed = [...'abc de*_`[]()#>-+|1.~!$:"'].map(letter)
const [enter, tab, backspace, del] = [
  named('Enter', 13, '\r'),
  named('Tab', 9),
  named('Backspace', 8),
  named('Delete', 46),
]
const [left, up, right, down] = [
  named('ArrowLeft', 37),
  named('ArrowUp', 38),
  named('ArrowRight', 39),
  named('ArrowDown', 40),
]
const [home, end, pageUp, pageDown] = [
  named('Home', 36),
  named('End', 35),
  named('PageUp', 33),
  named('PageDown', 34),
]
const moves = [left, up, right, down, home, end]

/** What a hand does to a text. Left out is what leads away from it: the slash's menu has a chooser of files. */
const keys: readonly Key[] = [
  ...typed,
  ...typed,
  ...moves,
  ...moves,
  ...[...moves, pageUp, pageDown].map((key) => withModifiers(shift, key)),
  ...[left, right, home, end].map((key) => withModifiers(mod, key)),
  ...[left, right].map((key) => withModifiers(mod | shift, key)),
  ...[enter, enter, tab, withModifiers(shift, tab), backspace, backspace, backspace, del],
  ...[backspace, del].map((key) => withModifiers(mod, key)),
  ...[...'bik`0123456d'].map((text) => withModifiers(mod, letter(text))),
  ...[...'ck'].map((text) => withModifiers(mod | alt, letter(text))),
  ...[...'dk[]'].map((text) => withModifiers(mod | shift, letter(text))),
  ...[up, down, pageUp, pageDown].map((key) => withModifiers(alt, key)),
  ...[up, down].map((key) => withModifiers(alt | shift, key)),
  ...[letter('z'), letter('z'), enter].map((key) => withModifiers(mod, key)),
  withModifiers(mod | shift, letter('z')),
]

/** Keys that follow from a seed (mulberry32). */
export function randomKeys(count: number, seed: number): Key[] {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return keys[((mixed ^ (mixed >>> 14)) >>> 0) % keys.length] ?? enter
  })
}

/** Presses keys as fast as the page takes them; resolves when the last is handled. */
export async function pressAll(page: Page, presses: readonly Key[]): Promise<void> {
  const input = await page.context().newCDPSession(page)
  for (let start = 0; start < presses.length; start += 100) {
    const some = presses.slice(start, start + 100)
    await Promise.all(
      some.flatMap((key) => [
        input.send('Input.dispatchKeyEvent', {
          type: key.text === undefined ? 'rawKeyDown' : 'keyDown',
          ...key,
        }),
        input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]),
    )
  }
  await input.detach()
}
