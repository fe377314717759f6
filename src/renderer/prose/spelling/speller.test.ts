import { beforeAll, describe, expect, it } from 'vitest'
import { readProse } from '../text/read-prose'
import { findWords } from './find-words'
import { type Dictionary, openDictionary } from './hunspell'
import { Speller } from './speller'

const files = import.meta.glob('../../../../node_modules/dictionary-*/index.{aff,dic}', {
  query: '?raw',
  import: 'default',
})

async function open(language: string): Promise<Dictionary> {
  const read = async (kind: string) =>
    String(await files[`../../../../node_modules/dictionary-${language}/index.${kind}`]?.())
  return openDictionary(await read('aff'), await read('dic'))
}

describe('with the dictionaries of three languages', () => {
  let english: Dictionary
  let german: Dictionary
  let french: Dictionary
  beforeAll(async () => {
    ;[english, german, french] = await Promise.all([open('en'), open('de'), open('fr')])
  }, 60_000)

  it('knows the words of each, compounds and elisions among them', () => {
    const speller = new Speller([english, german, french], [])
    for (const word of [
      'receive',
      "doesn't",
      'Datenbankabfrage',
      'Rechtschreibprüfung',
      "l'église",
      'maison',
    ]) {
      expect([word, speller.isRight(word)]).toEqual([word, true])
    }
    for (const word of ['recieve', 'Datenbankabfrge', 'maisonn']) {
      expect([word, speller.isRight(word)]).toEqual([word, false])
    }
  })

  it('suggests what may have been meant, from each language', () => {
    expect(new Speller([english], []).suggest('recieve')[0]).toBe('receive')
    const both = new Speller([english, german], []).suggest('Fehlr')
    expect(both).toContain('Fehler')
    expect(both.length).toBeLessThanOrEqual(6)
  })

  it('judges by the languages that are chosen alone', () => {
    expect(new Speller([english], []).isRight('Rechtschreibprüfung')).toBe(false)
    expect(new Speller([], []).isRight('asdfgh')).toBe(true)
  })

  it('knows what the writer added, in any case', () => {
    const speller = new Speller([english], ['longhandy', 'Quirkel'])
    expect(['longhandy', 'Longhandy', "Quirkel's", 'quirkel'].map((word) => speller.isRight(word))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('the words of a text', () => {
  const wordsOf = (source: string) =>
    readProse(source).blocks.flatMap((block) => findWords(block).map(({ word }) => word))

  it.each([
    ['One **tw**o, three’s `four` [five](six.md).', ['One', 'two', "three's", 'five']],
    ['HTTP GitHub iPhone x2 snake_case PDFs a', []],
    ['see example.com, index.html, @someone, #tag, /usr/bin and it.', ['see', 'and', 'it']],
    ['naïve café — Москва 日本', ['naïve', 'café']],
    ['well-known and/or', ['well', 'known']],
  ])('of %j', (source, words) => {
    expect(wordsOf(source)).toEqual(words)
  })
})
