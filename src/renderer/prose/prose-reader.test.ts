import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createHandClock } from '../app/hand-clock'
import type { DraftSession } from '../drafts/draft-session'
import type { ProseAnswer, ProseRequest } from './prose-messages'
import { ProseReader, type ProseWorker } from './prose-reader'
import { noCounts } from './text/counts'

/** A worker in our hands: what it was asked, and a way to answer. */
function createWorker() {
  const requests: ProseRequest[] = []
  const worker: ProseWorker = {
    postMessage: (request) => requests.push(request),
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
  }
  const answer = (data: ProseAnswer) => worker.onmessage?.(new MessageEvent('message', { data }))
  const texts = () => requests.flatMap((request) => (request.kind === 'read' ? [request.source] : []))
  return { worker, requests, answer, texts }
}

function createSession(text: string): DraftSession {
  const doc = new Y.Doc()
  const body = doc.getText('body')
  body.insert(0, text)
  return { id: 'a', doc, body } as unknown as DraftSession
}

function openReader(options: Partial<ConstructorParameters<typeof ProseReader>[0]> = {}) {
  const { clock, advance } = createHandClock()
  const hands = createWorker()
  const reader = new ProseReader({
    clock,
    start: () => hands.worker,
    describe: (language) => ({ language, languages: ['en'] }),
    ...options,
  })
  const session = createSession('one')
  return { ...hands, reader, session, advance, prose: reader.of(session) }
}

describe('the reader of texts', () => {
  it('starts no worker before a text is wanted, and reads in the pauses of typing', () => {
    const { session, prose, requests, texts, advance } = openReader()
    advance(5000)
    expect(requests).toEqual([])
    const stop = prose.hold()
    advance(700)
    expect(texts()).toEqual(['one'])
    for (const letter of ' two') {
      session.body.insert(session.body.length, letter)
      advance(100)
    }
    expect(texts()).toEqual(['one'])
    advance(400)
    expect(texts()).toEqual(['one', 'one two'])
    stop()
    session.body.insert(0, 'x')
    advance(5000)
    expect(texts()).toHaveLength(2)
    expect(requests.at(-1)).toEqual({ kind: 'forget', post: 'a' })
  })

  it('says of which state of the text it knows what', () => {
    const { session, prose, answer, advance } = openReader()
    prose.hold()
    advance(700)
    answer({ kind: 'read', post: 'a', version: 1, reading: { counts: noCounts, headings: [], comments: [] } })
    expect(prose.reading.get()?.version).toBe(prose.version())
    session.body.insert(0, 'x')
    expect(prose.reading.get()?.version).not.toBe(prose.version())
  })

  it('takes for right what the system knows, and asks it for no word twice', () => {
    const asked: string[] = []
    const isMisspelled = (word: string) => {
      asked.push(word)
      return word === 'b'
    }
    const { prose, answer, advance, requests } = openReader({
      system: { isMisspelled, suggest: () => [] },
    })
    prose.hold()
    advance(700)
    expect(requests.at(-1)).toMatchObject({ kind: 'read', languages: ['en', 'system'] })
    const mistakes = ['a', 'b', 'a'].map((word, from) => ({ word, from, to: from + 1 }))
    answer({ kind: 'checked', post: 'a', version: 1, findings: { mistakes, hints: [] } })
    expect(prose.findings.get()?.mistakes.map(({ word }) => word)).toEqual(['b'])
    expect(asked).toEqual(['a', 'b'])
  })

  it('answers everybody who waits when the worker ends, and starts another', async () => {
    let started = 0
    const hands = createWorker()
    const { prose } = openReader({
      start: () => {
        started++
        return hands.worker
      },
    })
    const counted = prose.count(0, 3)
    hands.worker.onerror?.({ message: 'gone' } as ErrorEvent)
    expect(await counted).toEqual(noCounts)
    void prose.count(0, 3)
    expect(started).toBe(2)
  })
})
