import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absentId, failureOf, openScreen, type Screen, transports } from './screen'

describe.each(transports)('over %s', (_name, connect) => {
  let screen: Screen
  let client: Screen['client']
  beforeAll(async () => {
    screen = await openScreen(connect)
    client = screen.client
  })
  afterAll(() => screen.close())
  const newPost = (title: string) => client.posts.create({ title, body: `${title} has a body.` })

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
    expect(await failureOf(call())).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/\.$/),
    })
    expect([await client.posts.list({}), await client.site.get()]).toEqual(before)
  })

  it('refuse bytes that are no update, and change nothing', async () => {
    const { id } = await newPost('Kept')
    const update = new Uint8Array([255, 1, 2, 3])
    expect(await failureOf(client.drafts.append({ id, update }))).toMatchObject({ code: 'bad-input' })
    expect((await client.posts.get({ id })).body).toBe('Kept has a body.')
  })

  it('name a post that is not there', async () => {
    const error = await failureOf(client.posts.get({ id: absentId }))
    expect(error).toMatchObject({
      code: 'not-found',
      status: 404,
      message: expect.stringContaining('no post'),
    })
  })

  it('answer who asks for a stream of nothing', async () => {
    const call = client.drafts.changes({ id: absentId, after: 0 })
    expect(await failureOf(call.then((events) => events.next()))).toMatchObject({ code: 'not-found' })
  })

  it('refuse a call that does not exist', async () => {
    const unknown = client as unknown as { posts: { destroyEverything(): Promise<void> } }
    expect(await failureOf(unknown.posts.destroyEverything())).toMatchObject({
      code: 'not-found',
      message: 'There is no call /posts/destroyEverything.',
    })
  })

  it('never carry a stack or a cause to the screen', async () => {
    const error = await failureOf(client.posts.get({ id: absentId }))
    expect(JSON.stringify(error)).not.toMatch(/node_modules|\bat /)
    expect((error as Error).cause).toBeUndefined()
  })

  it('logs nothing that was not a surprise', () => {
    expect(screen.logged).toEqual([])
  })
})
