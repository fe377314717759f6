import { describe, expect, it } from 'vitest'
import { pickLanguage } from './languages'
import { loadWords } from './load'
import { createWords, english, term } from './words'

describe('words', () => {
  it('says an English text as it stands, with its values', () => {
    const { say } = english
    expect(say('Cancel')).toBe('Cancel')
    expect(say('{count, plural, one {# word} other {# words}}', { count: 1 })).toBe('1 word')
    expect(say('{count, plural, one {# word} other {# words}}', { count: 1200 })).toBe('1,200 words')
  })

  it('says it in another language, and in English where the catalogue has none', () => {
    const { say } = createWords('de', { 'Moved to trash: {title}': 'In den Papierkorb gelegt: {title}' })
    expect(say('Moved to trash: {title}', { title: 'A {b}' })).toBe('In den Papierkorb gelegt: A {b}')
    expect(say('Not there')).toBe('Not there')
  })

  it('tells apart by what is in brackets, and doesn’t show that', () => {
    const { say } = createWords('de', { '[appearance] Light': 'Hell', '[weight] Light': 'Leicht' })
    expect(say('[appearance] Light')).toBe('Hell')
    expect(say('[weight] Light')).toBe('Leicht')
    expect(english.say('[weight] Light')).toBe('Light')
  })

  it('gives parts back as pieces, and takes markup in values for text', () => {
    const pieces = english.rich(
      'Delete <b>{title}</b> for ever?',
      { b: (inside) => ({ inside }) },
      { title: '<b>' },
    )
    expect(pieces).toEqual(['Delete ', { inside: ['<b>'] }, ' for ever?'])
    expect(english.say('a < b <b>c</b>')).toBe('a < b <b>c</b>')
  })

  it('says terms, which are data', () => {
    const rows = [term('Bold'), term('Italic')]
    expect(rows.map((row) => english.say(row))).toEqual(['Bold', 'Italic'])
  })

  it('hears sentences that come in English, with what is in them, and leaves others as they are', () => {
    const { hear } = createWords('de', {
      '[heard] No post has the slug “{slug}”.': 'Kein Beitrag hat den Slug „{slug}“.',
      '[heard] The disk is full.': 'Die Platte ist voll.',
      'Not heard.': 'Nicht gehört.',
    })
    expect(hear('No post has the slug “a.b”.')).toBe('Kein Beitrag hat den Slug „a.b“.')
    expect(hear('The disk is full.')).toBe('Die Platte ist voll.')
    expect(hear('Not heard.')).toBe('Not heard.')
    expect(english.hear('The disk is full.')).toBe('The disk is full.')
  })

  it('refuses a text that nobody could translate', () => {
    const typed: string = 'by the writer'
    // @ts-expect-error a string that is neither written here nor a term
    expect(english.say(typed)).toBe(typed)
  })

  it('shows in the test language what is in the catalogue', async () => {
    const { say, direction } = await loadWords('en-XB')
    expect([say('Saved'), direction]).toEqual(['⟦Saved⟧', 'rtl'])
  })

  it('writes numbers, dates and lists as the language does', async () => {
    const { number, date, list } = await loadWords('de')
    expect(number(1234.5)).toBe('1.234,5')
    expect(date(0, { day: 'numeric', month: 'long', timeZone: 'UTC' })).toBe('1. Januar')
    expect(list(['a', 'b', 'c'])).toBe('a, b und c')
  })
})

describe('the language', () => {
  it.each([
    ['', ['de-AT', 'en'], 'de'],
    ['', ['pt-BR', 'fr-CA', 'en'], 'fr'],
    ['', ['pt-BR'], 'en'],
    ['fr', ['de'], 'fr'],
    ['xx', ['de'], 'de'],
    ['', [], 'en'],
  ])('chosen %j on a system of %j is %s', (chosen, preferred, expected) => {
    expect(pickLanguage(chosen, preferred)).toBe(expected)
  })
})
