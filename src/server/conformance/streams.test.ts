import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { failureOf, openScreen, type Screen, take, transports } from './screen'
import { typing } from './typing'

const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

describe.each(transports)('over %s', (_name, connect) => {
  let screen: Screen
  let client: Screen['client']
  beforeAll(async () => {
    screen = await openScreen(connect)
    client = screen.client
  })
  afterAll(() => screen.close())
  const newPost = (title: string) => client.posts.create({ title, body: `${title} has a body.` })

  it('send the updates after a number, then each as it is committed, none twice', async () => {
    const { id } = await newPost('Live')
    const opened = await client.drafts.open({ id })
    const first = await client.drafts.append({ id, update: typing(opened.state, 'between ') })
    const changes = await client.drafts.changes({ id, after: opened.seq })
    const reading = take(changes, 4)
    for (const text of ['one ', 'two ', 'three ']) {
      const { state } = await client.drafts.open({ id })
      await client.drafts.append({ id, update: typing(state, text) })
    }
    const seen = await reading
    expect(seen.map(({ seq }) => seq)).toEqual([0, 1, 2, 3].map((n) => first.seq + n))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, opened.state)
    for (const { update } of seen) Y.applyUpdate(doc, update)
    expect(doc.getText('body').toString()).toBe('three two one between Live has a body.')
    await changes.return?.(undefined)
  })

  it('carry what another screen writes', async () => {
    const { id } = await newPost('Shared')
    const { seq } = await client.drafts.open({ id })
    const changes = await client.drafts.changes({ id, after: seq })
    const reading = take(changes, 1)
    await screen.api.client.posts.edit({ id, body: 'Written elsewhere.' })
    expect((await reading)[0]?.update).toBeInstanceOf(Uint8Array)
    await changes.return?.(undefined)
  })

  it('name the documents that change', async () => {
    const changes = await client.library.changes()
    const reading = take(changes, 1)
    const { id } = await screen.api.client.posts.create({ title: 'Noticed' })
    expect((await reading)[0]?.documents).toEqual([id])
    await changes.return?.(undefined)
  })

  it('end when the reader aborts, and listen no longer', async () => {
    const { id } = await newPost('Aborted')
    const controller = new AbortController()
    const changes = await client.drafts.changes({ id, after: 0 }, { signal: controller.signal })
    await take(changes, 1)
    const waiting = take(changes, 1)
    controller.abort()
    await expect(waiting).rejects.toThrow()
    await settle()
    await client.posts.edit({ id, body: 'Nobody listens to this.' })
    expect((await client.posts.get({ id })).body).toBe('Nobody listens to this.')
  })

  it('ends the streams of a screen that is gone', async () => {
    const other = await connect(screen.api)
    const { id } = await newPost('Left behind')
    const changes = await other.client.drafts.changes({ id, after: 0 })
    await take(changes, 1)
    const waiting = failureOf(changes.next())
    other.cut()
    expect(await waiting).toMatchObject({ name: 'AbortError' })
    await client.posts.edit({ id, body: 'It goes on without.' })
    await other.stop()
  })

  it('logs nothing that was not a surprise', () => {
    expect(screen.logged).toEqual([])
  })
})
