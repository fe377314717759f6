import { describe, expect, it } from 'vitest'
import { findHints } from './hints/find-hints'
import { ProseDesk } from './prose-desk'
import type { ProseAnswer, ProseSettings } from './prose-messages'

const settings: ProseSettings = { ownWords: [], silencedRules: [] }

/** A desk whose dictionary knows every word but those that begin with an x. */
function openDesk() {
  const answers: ProseAnswer[] = []
  const desk = new ProseDesk({
    answer: (answer) => answers.push(answer),
    openDictionary: async () => ({
      knows: (word) => !word.startsWith('x'),
      suggest: (word) => [word.slice(1)],
    }),
    loadHints: async () => findHints,
    pause: async () => undefined,
  })
  const read = (source: string, version = 1) =>
    desk.take({ kind: 'read', post: 'a', version, source, language: 'en', languages: ['en'] })
  return { desk, answers, read }
}

function lastFindings(answers: readonly ProseAnswer[]) {
  const last = answers.filter(({ kind }) => kind === 'checked').at(-1)
  if (last?.kind !== 'checked') throw new Error('nothing was checked')
  return last.findings
}

describe('the desk of the worker', () => {
  it('says what it read first, then what it found, by places in the source', async () => {
    const { desk, answers, read } = openDesk()
    await desk.take({ kind: 'settings', settings })
    const source = '# Title\n\nA **xword** and `xcode`, the the end. %% xsecret %%'
    await read(source)
    expect(answers.map(({ kind }) => kind)).toEqual(['read', 'checked'])
    const { mistakes, hints } = lastFindings(answers)
    expect(mistakes.map(({ from, to }) => source.slice(from, to))).toEqual(['xword'])
    expect(hints.map(({ rule, from, to }) => [rule, source.slice(from, to)])).toEqual([
      ['repeated', 'the the'],
    ])
  })

  it('checks anew when the settings change', async () => {
    const { desk, answers, read } = openDesk()
    await desk.take({ kind: 'settings', settings })
    await read('An xword, the the end.')
    await desk.take({
      kind: 'settings',
      settings: { ownWords: ['xword'], silencedRules: ['repeated', 'article'] },
    })
    expect(lastFindings(answers)).toEqual({ mistakes: [], hints: [] })
  })

  it('answers for the newest text alone', async () => {
    const { desk, answers, read } = openDesk()
    await desk.take({ kind: 'settings', settings })
    await Promise.all([read('xone', 1), read('xtwo', 2)])
    const checked = answers.filter(({ kind }) => kind === 'checked')
    expect(checked).toMatchObject([{ version: 2, findings: { mistakes: [{ word: 'xtwo' }] } }])
  })

  it('counts what is marked, and suggests', async () => {
    const { desk, answers, read } = openDesk()
    await desk.take({ kind: 'settings', settings })
    await read('one two three')
    await desk.take({ kind: 'count', call: 1, post: 'a', from: 4, to: 13 })
    await desk.take({ kind: 'suggest', call: 2, word: 'xyz' })
    expect(answers.slice(-2)).toMatchObject([
      { kind: 'counted', call: 1, counts: { words: 2, characters: 9 } },
      { kind: 'suggested', call: 2, words: ['yz'] },
    ])
  })
})
