import { describe, expect, it } from 'vitest'
import { createWords, english, term } from '../../words'
import { matchSettings } from './match-settings'
import type { SettingSection } from './setting-rows'

const sections: readonly SettingSection[] = [
  {
    id: 'look',
    title: term('Look'),
    isOfLibrary: false,
    rows: [
      {
        kind: 'choice',
        id: 'appearance',
        name: term('Appearance'),
        hint: term('By day and night.'),
        options: [{ value: 'dark', name: term('[appearance] Dark') }],
      },
      { kind: 'switch', id: 'marks', name: term('Hide marks'), hint: term('No byte changes.') },
    ],
  },
  { id: 'library', title: term('Library'), isOfLibrary: true, rows: [] },
]
const find = (typed: string, words = english) =>
  matchSettings(sections, typed, words).flatMap(({ rows }) => rows.map(({ id }) => id))

describe('searching the settings', () => {
  it.each([
    ['dark', ['appearance']],
    ['NIGHT app', ['appearance']],
    ['look', ['appearance', 'marks']],
    ['byte', ['marks']],
    ['nothing', []],
  ])('%s finds %j', (typed, expected) => {
    expect(find(typed)).toEqual(expected)
  })

  it('goes by the words of the language, with or without accents', () => {
    const french = createWords('fr', { Appearance: 'Apparence de l’écran' })
    expect(find('ecran', french)).toEqual(['appearance'])
  })

  it('finds everything while nothing is typed', () => {
    expect(matchSettings(sections, ' ', english)).toBe(sections)
  })
})
