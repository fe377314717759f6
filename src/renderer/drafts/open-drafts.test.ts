import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type PostId } from '../../document'
import { systemClock } from '../app/clock'
import { openSession } from './draft-session'
import { OpenDrafts } from './open-drafts'

const id = newId<PostId>()

/** A library that keeps what is appended, or refuses it with a reason. */
function openOn(library: { refusal?: string }) {
  const kept = new Y.Doc()
  const calls = {
    open: async () => ({ state: Y.encodeStateAsUpdate(kept), seq: 0 }),
    append: async (_id: PostId, update: Uint8Array) => {
      if (library.refusal !== undefined) throw new Error(library.refusal)
      Y.applyUpdate(kept, update)
    },
    desk: async () => null,
    changes: () => new Promise<never>(() => undefined),
  }
  const drafts = new OpenDrafts((post) =>
    openSession(post, {
      calls,
      clock: systemClock,
      explain: (error) => (error as Error).message,
      onReconnect: () => () => undefined,
    }),
  )
  return { drafts, text: () => kept.getText('body').toString() }
}

describe('open drafts', () => {
  it('say that nothing is left to lose only when all is acknowledged', async () => {
    const library: { refusal?: string } = { refusal: 'The disk is full.' }
    const { drafts, text } = openOn(library)
    const { body } = await drafts.take(id)
    body.insert(0, 'words')
    drafts.release(id)
    await expect(drafts.saveAll()).rejects.toThrow('The disk is full.')
    delete library.refusal
    await drafts.saveAll()
    expect(text()).toBe('words')
  })

  it('take what a field writes while its post is being left', async () => {
    const { drafts, text } = openOn({})
    const { body } = await drafts.take(id)
    drafts.release(id)
    body.insert(0, 'last words')
    await Promise.resolve()
    await drafts.flushAll()
    expect(text()).toBe('last words')
  })
})
