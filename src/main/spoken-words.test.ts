import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSpokenWords } from './spoken-words'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-words-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('speaks as the system until a page speaks otherwise, then as the page did last', async () => {
  const file = join(folder, 'settings.json')
  const words = await openSpokenWords(file, ['fr-CH', 'en'])
  expect(words.current.language).toBe('fr')
  await words.speak('de')
  expect(words.current.say('Cancel')).toBe('Abbrechen')
  await words.speak('xx')
  expect((await openSpokenWords(file, ['fr'])).current.language).toBe('de')
})
