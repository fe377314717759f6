import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { startServer } from '../server'
import { bytesSerializer } from './contract'
import { type Api, type Client, openApi } from './open-api'

interface Connection {
  readonly client: Client
  /** Goes away without a word, as a closed window does. */
  cut(): void
}
/** Connects a new screen to the API, over one transport. */
type Transport = (api: Api) => Promise<Connection & { stop(): Promise<void> }>

const customJsonSerializers = [bytesSerializer]

const messagePort: Transport = async (api) => {
  const { port1, port2 } = new MessageChannel()
  api.upgradePort(port1)
  const client = createORPCClient<Client>(new PortLink({ port: port2, customJsonSerializers }))
  return { client, cut: () => port2.close(), stop: async () => port2.close() }
}

const webSocket: Transport = async (api) => {
  const shell = await startServer({ api, port: 0 })
  const { headers } = await fetch(shell.url, { redirect: 'manual' })
  const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/rpc`, {
    origin: `http://127.0.0.1:${shell.port}`,
    headers: { Cookie: headers.get('set-cookie')?.split(';')[0] ?? '' },
  })
  const client = createORPCClient<Client>(
    new SocketLink({ websocket: socket as unknown as globalThis.WebSocket, customJsonSerializers }),
  )
  return { client, cut: () => socket.terminate(), stop: () => shell.close() }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50))
const absentId = '01890000-0000-7000-8000-000000000000'

/** The Yjs update that types `text` at the start of a body. */
function typing(state: Uint8Array, text: string): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  const before = Y.encodeStateVector(doc)
  doc.getText('body').insert(0, text)
  return Y.encodeStateAsUpdate(doc, before)
}

async function take<Event>(events: AsyncIterator<Event>, count: number): Promise<Event[]> {
  const taken: Event[] = []
  while (taken.length < count) {
    const { value, done } = await events.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

describe.each([
  ['a MessagePort', messagePort],
  ['a WebSocket', webSocket],
])('over %s', (_name, connect) => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-calls-'))
  const logged: string[] = []
  let api: Api
  let screen: Awaited<ReturnType<Transport>>
  let client: Client
  beforeAll(async () => {
    api = await openApi({
      libraryPath: join(folder, 'library'),
      create: true,
      resources: folder,
      siteWorker: join(folder, 'none.js'),
      shell: 'browser',
      version: '1.2.3',
      log: { info: () => undefined, error: (message) => logged.push(message) },
    })
    screen = await connect(api)
    client = screen.client
  })
  afterAll(async () => {
    await screen.stop()
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const newPost = (title: string) => client.posts.create({ title, body: `${title} has a body.` })

  describe('calls', () => {
    it('says what a screen has to know of its shell', async () => {
      expect(await client.app.info()).toEqual({
        version: '1.2.3',
        shell: 'browser',
        libraryPath: join(folder, 'library'),
        siteId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        suggestedExportFolder: join(folder, 'library Site'),
      })
    })

    it('creates, lists, finds, sets, edits, trashes and restores a post', async () => {
      const { id, slug } = await newPost('Life of a post')
      expect(await client.posts.get({ id })).toMatchObject({ slug: 'life-of-a-post', status: 'draft' })
      expect((await client.posts.find({ name: slug })).id).toBe(id)
      await client.posts.set({ id, fields: { tags: ['conformance'], status: 'published' } })
      expect((await client.posts.list({ tag: 'conformance' })).map((post) => post.id)).toEqual([id])
      expect(await client.tags.list()).toContainEqual({ name: 'conformance', count: 1 })
      await client.posts.edit({ id, body: 'Quokkas edit it.' })
      expect((await client.posts.search({ query: 'quokk' })).map((hit) => hit.id)).toEqual([id])
      expect((await client.posts.trash({ id })).trashedAt).toBeGreaterThan(0)
      expect((await client.posts.list({ trashed: true })).map((post) => post.id)).toContain(id)
      expect((await client.posts.restore({ id })).trashedAt).toBeNull()
    })

    it('reads and sets the site', async () => {
      await client.site.set({ title: 'Tübingen “notes” 🖋️', baseUrl: 'https://example.org/blog' })
      expect(await client.site.get()).toMatchObject({
        title: 'Tübingen “notes” 🖋️',
        baseUrl: 'https://example.org/blog',
        language: 'en',
      })
    })

    it('verifies the library', async () => {
      expect(await client.library.verify()).toMatchObject({ ok: true, problems: [] })
    })

    it('lists folders by full path', async () => {
      expect(await client.folders.list({ path: folder })).toMatchObject({
        path: folder,
        folders: [join(folder, 'library')],
      })
    })
  })

  describe('bytes', () => {
    it('arrive as they were sent, whatever they are', async () => {
      const { id } = await newPost('Bytes')
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
          const { path } = await client.assets.add({ name: 'a file.bin', bytes })
          const answer = await api.fetch(new Request(`http://127.0.0.1/${path}`))
          expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
        }),
        { numRuns: 30, examples: [[new Uint8Array(0)], [Uint8Array.from({ length: 256 }, (_, i) => i)]] },
      )
      expect((await client.drafts.open({ id })).state).toBeInstanceOf(Uint8Array)
    })

    it('of a mebibyte go both ways', async () => {
      const { id } = await newPost('A long post')
      const text = 'A line of a very long post.\n'.repeat((1024 * 1024) / 28 + 1)
      const { state } = await client.drafts.open({ id })
      await client.drafts.append({ id, update: typing(state, text) })
      const doc = new Y.Doc()
      Y.applyUpdate(doc, (await client.drafts.open({ id })).state)
      expect(doc.getText('body').toString()).toBe(`${text}A long post has a body.`)
    })
  })

  describe('streams', () => {
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
      await api.client.posts.edit({ id, body: 'Written elsewhere.' })
      expect((await reading)[0]?.update).toBeInstanceOf(Uint8Array)
      await changes.return?.(undefined)
    })

    it('name the documents that change', async () => {
      const changes = await client.library.changes()
      const reading = take(changes, 1)
      const { id } = await api.client.posts.create({ title: 'Noticed' })
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
  })

  describe('failures', () => {
    const failure = (call: Promise<unknown>) =>
      call.then(
        () => 'no failure',
        (error: unknown) => error,
      )

    it.each([
      ['no id at all', () => client.posts.get({ id: 'nonsense' as never })],
      ['a status that is none', () => client.posts.list({ status: 'secret' as never })],
      ['a slug that leaves its folder', () => client.posts.create({ slug: '../../etc/passwd' })],
      ['a day that is not in the calendar', () => client.posts.create({ date: '2026-02-30' })],
      ['a base URL with a script', () => client.site.set({ baseUrl: 'javascript:alert(1)' })],
      ['text where bytes belong', () => client.assets.add({ name: 'a', bytes: 'text' as never })],
      ['a folder that is not a full path', () => client.folders.list({ path: '../..' })],
    ])('refuse %s as bad input, and change nothing', async (_what, call) => {
      const before = [await client.posts.list({}), await client.site.get()]
      expect(await failure(call())).toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(/\.$/),
      })
      expect([await client.posts.list({}), await client.site.get()]).toEqual(before)
    })

    it('refuse bytes that are no update, and change nothing', async () => {
      const { id } = await newPost('Kept')
      const update = new Uint8Array([255, 1, 2, 3])
      expect(await failure(client.drafts.append({ id, update }))).toMatchObject({ code: 'bad-input' })
      expect((await client.posts.get({ id })).body).toBe('Kept has a body.')
    })

    it('name a post that is not there', async () => {
      const error = await failure(client.posts.get({ id: absentId as never }))
      expect(error).toMatchObject({
        code: 'not-found',
        status: 404,
        message: expect.stringContaining('no post'),
      })
    })

    it('answer who asks for a stream of nothing', async () => {
      const call = client.drafts.changes({ id: absentId as never, after: 0 })
      expect(await failure(call.then((events) => events.next()))).toMatchObject({ code: 'not-found' })
    })

    it('refuse a call that does not exist', async () => {
      const unknown = client as unknown as { posts: { destroyEverything(): Promise<void> } }
      expect(await failure(unknown.posts.destroyEverything())).toMatchObject({
        code: 'not-found',
        message: 'There is no call /posts/destroyEverything.',
      })
    })

    it('never carry a stack or a cause to the screen', async () => {
      const error = await failure(client.posts.get({ id: absentId as never }))
      expect(JSON.stringify(error)).not.toMatch(/node_modules|\bat /)
      expect((error as Error).cause).toBeUndefined()
    })
  })

  describe('leaving', () => {
    it('ends the streams of a screen that is gone', async () => {
      const other = await connect(api)
      const { id } = await newPost('Left behind')
      const changes = await other.client.drafts.changes({ id, after: 0 })
      await take(changes, 1)
      const waiting = failureOf(changes.next())
      other.cut()
      expect(await waiting).toBe('ended')
      await client.posts.edit({ id, body: 'It goes on without.' })
      await other.stop()
    })
  })

  it('logs nothing that was not a surprise', () => {
    expect(logged).toEqual([])
  })
})

const failureOf = (reading: Promise<IteratorResult<unknown>>) =>
  reading.then(
    ({ done }) => (done ? 'ended' : 'an event'),
    () => 'ended',
  )
