import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './query'
import { cutSnippet } from './snippet'

const snippet = (source: string, query: string) => cutSnippet(source, parseQuery(query).terms)
const long = (word: string) => `${word} `.repeat(60)

describe('a snippet', () => {
  it('shows the words around the one found, marked', () => {
    const source = `${long('lorem')}The Café opens early. ${long('ipsum')}`
    expect(snippet(source, 'cafe')).toMatch(/^…lorem .*The \uE000Café\uE001 opens early\. .*…$/)
  })

  it('starts at the beginning when nothing is found', () => {
    expect(snippet('A short text', 'absent')).toBe('A short text')
  })

  it('shows where most of the words stand together', () => {
    const source = `A cache. ${long('lorem')}The cache has an index. ${long('ipsum')}`
    expect(snippet(source, 'index cache')).toContain('The \uE000cache\uE001 has an \uE000index\uE001')
  })

  it.each([
    ['cach', 'A cache, cached', 'A \uE000cache\uE001, \uE000cached\uE001'],
    ['cach ', 'A cache, a cach', 'A cache, a \uE000cach\uE001'],
    ['ache', 'A cache', 'A cache'],
    ['"warm cache"', 'cache, warm *cache*, warm', 'cache, \uE000warm *cache\uE001*, warm'],
    ['strasse', 'Die Straße führt', 'Die \uE000Straße\uE001 führt'],
    ['fuhrt', 'Die Straße führt', 'Die Straße \uE000führt\uE001'],
    ['naive', 'a nai\u0308ve way', 'a \uE000naïve\uE001 way'],
    ['東京', '私は東京都に住む', '私は\uE000東京\uE001都に住む'],
    ['東京の天気', '昨日の東京、今日の天気', '昨日の\uE000東京\uE001、今日の\uE000天気\uE001'],
    ['"今日の天気"', '今日と今日の天気', '今日と\uE000今日の天気\uE001'],
    ['世界', 'JavaScriptの世界へ', 'JavaScriptの\uE000世界\uE001へ'],
    ['javascript', 'JavaScriptの世界へ', '\uE000JavaScript\uE001の世界へ'],
    ['🎉 party', 'A 🎉 Party', 'A 🎉 \uE000Party\uE001'],
  ])('of %j marks %j as %j', (query, source, marked) => {
    expect(snippet(source, query)).toBe(marked)
  })

  it('never adds or loses a character of the text beside its marks and spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }),
        fc.string({ unit: 'grapheme' }),
        (source, query) => {
          const plain = snippet(source, query).replace(/[\uE000\uE001…]/g, '')
          const whole = source.normalize('NFC').replace(/[\uE000\uE001…]/g, '')
          expect(whole.replace(/\s+/g, ' ')).toContain(plain)
        },
      ),
    )
  })

  it('marks each word of a text that is searched for, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zäöéß]{1,6}$/u), { minLength: 1, maxLength: 12 }),
        (words) => {
          const [wanted = ''] = words
          const marked = snippet(words.join(' '), `"${wanted}"`).match(/\uE000.*?\uE001/g)
          const same = words.filter(
            (word) => parseQuery(word).terms[0]?.words[0] === parseQuery(wanted).terms[0]?.words[0],
          )
          expect(marked).toEqual(same.map((word) => `\uE000${word}\uE001`))
        },
      ),
    )
  })
})
