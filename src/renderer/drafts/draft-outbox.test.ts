import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { randomCases } from '../../random-cases'
import { createHandClock } from '../app/hand-clock'
import { DraftOutbox, gatherMs } from './draft-outbox'
import { splitUpdate } from './split-update'

/** Lets everything that waits for a promise go on. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/** A draft, its outbox, and a library whose calls end when and how the test says. */
function setUp() {
  const draft = new Y.Doc()
  const library = new Y.Doc()
  const { clock, advance } = createHandClock()
  const calls: { update: Uint8Array; resolve: () => void; reject: (error: Error) => void }[] = []
  let mostAtOnce = 0
  const outbox = new DraftOutbox({
    append: (update) =>
      new Promise<void>((resolve, reject) => {
        calls.push({ update, resolve, reject })
        mostAtOnce = Math.max(mostAtOnce, calls.length)
      }),
    merge: (updates) => Y.mergeUpdates(updates),
    split: splitUpdate,
    explain: (error) => (error instanceof Error ? error.message : 'unknown'),
    clock,
  })
  draft.on('update', (update: Uint8Array) => outbox.add(update))
  const text = draft.getText('body')
  const end = async (how: 'ack' | 'fail' | 'lost ack') => {
    const call = calls.shift()
    if (!call) return
    if (how !== 'fail') Y.applyUpdate(library, call.update)
    if (how === 'ack') call.resolve()
    else call.reject(new Error('The disk is full.'))
    await settle()
  }
  const kept = () => library.getText('body').toString()
  return { text, outbox, advance, calls, end, kept, mostAtOnce: () => mostAtOnce }
}

describe('the outbox of a draft', () => {
  it('sends the edits of 30 ms as one update and says Saved after the acknowledgement', async () => {
    const { text, outbox, advance, calls, end, kept } = setUp()
    text.insert(0, 'a')
    text.insert(1, 'b')
    advance(29)
    expect(calls).toHaveLength(0)
    advance(1)
    expect(calls).toHaveLength(1)
    expect(outbox.status.kind).toBe('saving')
    await end('ack')
    expect(outbox.status.kind).toBe('saved')
    expect(kept()).toBe('ab')
  })

  it('does not wait for a pause in typing', () => {
    const { text, advance, calls } = setUp()
    for (let ms = 0; ms < 50; ms += 10) {
      text.insert(0, 'x')
      advance(10)
    }
    expect(calls).toHaveLength(1)
  })

  it('hands each edit over well within 50 ms, so that its commit begins by then', async () => {
    const toLibraryMs = 20
    expect(gatherMs + toLibraryMs).toBeLessThanOrEqual(50)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 30 }), async (pauses) => {
        const { text, advance, calls, end, kept } = setUp()
        for (const pauseMs of pauses) {
          text.insert(text.length, 'x')
          const typed = text.toString()
          for (let ms = 0; ms < pauseMs; ms++) {
            advance(1)
            if (calls.length > 0) await end('ack')
            if (ms + 1 >= gatherMs) expect(kept()).toBe(typed)
          }
        }
      }),
      { numRuns: randomCases(20) },
    )
  })

  it('keeps a failed edit, says why, and sends it again with what came later', async () => {
    const { text, outbox, advance, end, kept } = setUp()
    text.insert(0, 'first ')
    advance(50)
    await end('fail')
    expect(outbox.status).toMatchObject({ kind: 'failed', reason: 'The disk is full.' })
    text.insert(6, 'second')
    expect(outbox.status.kind).toBe('failed')
    advance(500)
    await end('ack')
    expect(outbox.status.kind).toBe('saved')
    expect(kept()).toBe('first second')
  })

  it('waits longer after each failure, yet a flush tries at once', async () => {
    const { text, outbox, advance, calls, end } = setUp()
    text.insert(0, 'a')
    advance(50)
    await end('fail')
    advance(500)
    await end('fail')
    advance(999)
    expect(calls).toHaveLength(0)
    const flushed = outbox.flush()
    expect(calls).toHaveLength(1)
    await end('ack')
    expect((await flushed).kind).toBe('saved')
    advance(60_000)
    expect(calls).toHaveLength(0)
  })

  it('sends much that waits in parts which the library takes, and cuts what is too much by itself', async () => {
    const { text, outbox, advance, calls, end, kept } = setUp()
    const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024)
    for (const count of [3, 3, 3, 20, 1]) text.insert(text.length, megabytes(count))
    advance(50)
    const sizes: number[] = []
    while (calls[0]) {
      expect(outbox.status.kind).toBe('saving')
      sizes.push(calls[0].update.length / 1024 / 1024)
      await end('ack')
    }
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.max(...sizes)).toBeLessThan(8.01)
    expect(outbox.status.kind).toBe('saved')
    expect(kept().length).toBe(text.length)
  })

  it('a flush that fails ends, and says so', async () => {
    const { text, outbox, end } = setUp()
    text.insert(0, 'a')
    const flushed = outbox.flush()
    await end('fail')
    expect((await flushed).kind).toBe('failed')
    const again = outbox.flush()
    await end('fail')
    expect((await again).kind).toBe('failed')
  })

  it('whatever the order of edits, time, acknowledgements and failures: nothing is lost, Saved is never early', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('erase' as const) }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2000 }) }),
      fc.record({ kind: fc.constant('flush' as const) }),
      fc.record({
        kind: fc.constant('end' as const),
        how: fc.constantFrom('ack' as const, 'fail' as const, 'lost ack' as const),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { text, outbox, advance, end, kept, mostAtOnce } = setUp()
        const check = () => {
          expect(mostAtOnce()).toBeLessThanOrEqual(1)
          if (outbox.status.kind === 'saved') expect(kept()).toBe(text.toString())
        }
        for (const action of steps) {
          if (action.kind === 'type') text.insert(Math.floor(text.length / 2), action.text)
          if (action.kind === 'erase' && text.length > 0) text.delete(0, 1)
          if (action.kind === 'wait') advance(action.ms)
          if (action.kind === 'flush') void outbox.flush()
          if (action.kind === 'end') await end(action.how)
          check()
        }
        for (let n = 0; n < 3; n++) {
          advance(30_000)
          await end('ack')
        }
        expect(outbox.status.kind).toBe('saved')
        expect(kept()).toBe(text.toString())
      }),
      { numRuns: randomCases(300) },
    )
  })
})
