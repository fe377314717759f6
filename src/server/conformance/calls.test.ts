import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { randomCases } from '../../random-cases'
import { openScreen, type Screen, transports } from './screen'
import { typing } from './typing'

describe.each(transports)('over %s', (_name, connect) => {
  let screen: Screen
  let client: Screen['client']
  beforeAll(async () => {
    screen = await openScreen(connect)
    client = screen.client
  })
  afterAll(() => screen.close())
  const newPost = (title: string) => client.posts.create({ title, body: `${title} has a body.` })

  it('says what a screen has to know of its shell', async () => {
    expect(await client.app.info()).toEqual({
      version: '1.2.3',
      shell: 'browser',
      libraryPath: join(screen.folder, 'library'),
      isNew: false,
      siteId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      suggestedExportFolder: join(screen.folder, 'library Site'),
      epoch: expect.any(String),
    })
  })

  it('creates, lists, finds, sets, edits, trashes and restores a post', async () => {
    const { id, slug } = await newPost('Life of a post')
    expect(await client.posts.get({ id })).toMatchObject({ slug: 'life-of-a-post', status: 'draft' })
    expect((await client.posts.find({ name: slug })).id).toBe(id)
    await client.posts.set({ id, fields: { tags: ['conformance'], status: 'published' } })
    expect((await client.posts.list({ tag: 'conformance' })).map((post) => post.id)).toEqual([id])
    expect(await client.tags.list()).toContainEqual({ name: 'conformance', count: 1, description: '' })
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
    expect(await client.folders.list({ path: screen.folder })).toMatchObject({
      path: screen.folder,
      folders: [join(screen.folder, 'library')],
    })
  })

  describe('bytes', () => {
    it('arrive as they were sent, whatever they are', async () => {
      const { id } = await newPost('Bytes')
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
          const { path } = await client.assets.add({ name: 'a file.bin', bytes })
          const answer = await screen.api.fetch(new Request(`http://127.0.0.1/${path}`))
          expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
        }),
        {
          numRuns: randomCases(30),
          examples: [[new Uint8Array(0)], [Uint8Array.from({ length: 256 }, (_, i) => i)]],
        },
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

  it('logs nothing that was not a surprise', () => {
    expect(screen.logged).toEqual([])
  })
})
