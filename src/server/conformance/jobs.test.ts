/** @module-tag thorough */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSiteWorker } from './build-worker'
import { failureOf, openScreen, type Screen, take, transports } from './screen'

/** Enough that a job is still under way when the reader has seen its first event. */
const many = 120

let siteWorker: string
beforeAll(async () => {
  siteWorker = await buildSiteWorker()
})

async function lastOf<Event>(events: AsyncIterable<Event>): Promise<Event | undefined> {
  let last: Event | undefined
  for await (const event of events) last = event
  return last
}

describe.each(transports)('over %s', (_name, connect) => {
  let screen: Screen
  let client: Screen['client']
  let posts: string
  beforeAll(async () => {
    screen = await openScreen(connect, siteWorker)
    client = screen.client
    posts = join(screen.folder, 'posts')
    mkdirSync(posts)
    for (let n = 0; n < many; n++) writeFileSync(join(posts, `post-${n}.md`), `# Post ${n}\n\nText ${n}.\n`)
  })
  afterAll(() => screen.close())
  const exportInto = async (out: string) => lastOf(await client.exports.start({ out }))

  it('an import that its reader aborts stops, and what came in until then stays', async () => {
    const controller = new AbortController()
    const events = await client.imports.start({ path: posts }, { signal: controller.signal })
    await take(events, 1)
    controller.abort()
    await expect(take(events, many)).rejects.toThrow()
    // The next import waits for nothing: it finishes what the first one left.
    const report = await lastOf(await client.imports.start({ path: posts }))
    expect(report).toMatchObject({ kind: 'done', skipped: [] })
    expect((await client.posts.list({})).length).toBe(many)
  })

  it('an import says how far it is, then what came in', async () => {
    writeFileSync(join(posts, 'post-0.md'), '# Post 0\n\nAnother text.\n')
    const events = await take(await client.imports.start({ path: posts }), Number.POSITIVE_INFINITY)
    expect(events.at(0)).toMatchObject({ kind: 'progress', done: expect.any(Number) })
    expect(events.at(-1)).toMatchObject({ kind: 'done', imported: 0, updated: 1, unchanged: many - 1 })
    expect(events.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  })

  it('an export that its reader leaves stops, and leaves no half site', async () => {
    const out = join(screen.folder, 'left')
    const events = await client.exports.start({ out })
    await take(events, 1)
    await events.return?.(undefined)
    // Another export into the folder works at once or says that it is busy; in the end there is a whole site.
    await expect.poll(() => failureOf(exportInto(out)), { timeout: 60_000, interval: 200 }).toBe('no failure')
    expect(existsSync(join(out, 'index.html'))).toBe(true)
  }, 90_000)

  it('an export says how far it is, then what it wrote; again, nothing has changed', async () => {
    const out = join(screen.folder, 'site')
    const events = await take(await client.exports.start({ out }), Number.POSITIVE_INFINITY)
    expect(events.at(0)).toMatchObject({ kind: 'progress' })
    const done = events.at(-1)
    expect(done).toMatchObject({ kind: 'done', out, removed: 0, unchanged: 0, warnings: expect.any(Array) })
    const again = await exportInto(out)
    expect(again).toMatchObject({ kind: 'done', written: 0 })
    const { url } = await client.exports.view({ out })
    expect(await (await fetch(url)).text()).toBe(readFileSync(join(out, 'index.html'), 'utf8'))
    expect((await client.exports.view({ out })).url).toBe(url)
    // Exported for another place, it is looked at there.
    await client.site.set({ baseUrl: 'https://example.org/blog/' })
    await exportInto(out)
    const moved = (await client.exports.view({ out })).url
    expect(await (await fetch(moved)).text()).toContain('href="/blog/')
    await client.site.set({ baseUrl: '' })
  })

  it('an export leads on from where posts stood when the site was exported before', async () => {
    const out = join(screen.folder, 'moved')
    await exportInto(out)
    const [post] = await client.posts.list({})
    await client.site.set({ permalink: '/articles/{slug}/' })
    await exportInto(out)
    expect(existsSync(join(out, 'articles', post!.slug, 'index.html'))).toBe(true)
    expect(readFileSync(join(out, 'posts', post!.slug, 'index.html'), 'utf8')).toContain(
      `url=/articles/${post!.slug}/`,
    )
    await client.site.set({ permalink: '/posts/{slug}/' })
  })

  it('a folder that is not ours is refused, with a code that a screen can act on', async () => {
    expect(await failureOf(exportInto(posts))).toMatchObject({
      code: 'not-our-folder',
    })
    expect(readFileSync(join(posts, 'post-1.md'), 'utf8')).toContain('Text 1.')
  })

  it.each([
    ['out', () => client.exports.start({ out: 'relative/folder' }), 'bad-input'],
    ['view', () => client.exports.view({ out: posts }), 'not-found'],
    ['import', () => client.imports.start({ path: '/no/such/folder' }).then(lastOf), 'not-found'],
  ])('%s refuses a folder that it can’t take', async (_what, call, code) => {
    expect(await failureOf(call() as Promise<unknown>)).toMatchObject({ code })
  })

  it('closing the library cancels a job and ends every stream', async () => {
    const other = await openScreen(connect, siteWorker)
    const changes = await other.client.library.changes()
    const importing = await other.client.imports.start({ path: posts })
    await take(importing, 1)
    const ends = [failureOf(lastOf(importing)), failureOf(lastOf(changes))]
    await other.api.close()
    const [job, stream] = await Promise.all(ends)
    expect(job).toMatchObject({ code: 'cancelled' })
    expect(stream).toBe('no failure')
    await other.close()
  })

  it('logs nothing that was not a surprise', () => {
    // The export after one that its reader left may find it busy still.
    expect(screen.logged.filter((line) => !line.startsWith('busy: '))).toEqual([])
  })
})
