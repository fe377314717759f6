import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LonghandError } from '../../document'
import { type Library, openLibrary, openSnapshot } from '../../library'
import { randomCases } from '../../random-cases'
import { exportSite } from '../export-site'
import { contentsOf, temporaryFolder } from '../temporary-folder'
import { createWarmState, type WarmState } from './warm-state'

const themeFolder = resolve('resources/themes/broadsheet')

/** Something that a writer does to a library of a few posts. */
type Edit = (library: Library) => void

const slugs = ['a', 'b', 'c', 'd']
const slug = fc.constantFrom(...slugs)
const idOf = (library: Library, wanted: string) => library.post(wanted)?.id
const body = fc.constantFrom(
  'Plain words.',
  '## One\n\nSee [b](b.md#one), [[c]] and [d](d.md#gone).',
  '## Two\n\n[self](#two) [nothing](#nothing) ![x](media/x.png)',
  '```ts\nconst n = 1\n```\n\n[a](/posts/a/#one)',
  '[a](other.md#gone) [b](/posts/b/?x=1#gone) [c](/old/c.html#gone) and [one](/old/c.html#one)',
)
const fields = fc.oneof(
  fc.record({ title: fc.constantFrom('A title', 'Another title', '') }),
  fc.record({ summary: fc.constantFrom('', 'What it says.') }),
  fc.record({ slug: fc.constantFrom('a', 'other') }),
  fc.record({ tags: fc.subarray(['rust', 'Rust', 'web', 'sql']) }),
  fc.record({ status: fc.constantFrom('draft' as const, 'published' as const) }),
  fc.record({ date: fc.constantFrom('2025-02-03', '2026-07-01', '2026-07-01T09:00:00Z') }),
  fc.record({ series: fc.constantFrom(null, 'A series') }),
  fc.record({ kind: fc.constantFrom('post' as const, 'page' as const) }),
)
const settings = fc.oneof(
  fc.record({ title: fc.constantFrom('A blog', 'Another blog') }),
  fc.record({ permalink: fc.constantFrom('/posts/{slug}/', '/{year}/{slug}/') }),
  fc.record({ addresses: fc.constantFrom('slash' as const, 'none' as const) }),
  fc.record({ related: fc.constantFrom(0, 2) }),
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(slug, body).map(
    ([name, text]): Edit =>
      (library) => {
        const id = idOf(library, name)
        if (id !== undefined) library.setBody(id, text)
      },
  ),
  fc.tuple(slug, fields).map(
    ([name, change]): Edit =>
      (library) => {
        const id = idOf(library, name)
        if (id === undefined) return
        try {
          library.setPost(id, change)
        } catch (error) {
          // A slug that another post has, or had when it was released, is refused, and nothing changes.
          if (!(error instanceof LonghandError) || error.code !== 'bad-input') throw error
        }
      },
  ),
  slug.map(
    (name): Edit =>
      (library) => {
        const id = idOf(library, name)
        if (id !== undefined && library.post(name)?.status === 'published') library.releases.update(id)
      },
  ),
  slug.map(
    (name): Edit =>
      (library) => {
        const id = idOf(library, name)
        if (id !== undefined) library.trashPost(id)
      },
  ),
  slug.map(
    (name): Edit =>
      (library) => {
        const id = idOf(library, name)
        if (id !== undefined) library.restorePost(id)
      },
  ),
  settings.map(
    (change): Edit =>
      (library) => {
        library.setSite(change)
      },
  ),
)

function begin(folder: string): Library {
  const library = openLibrary(join(folder, 'library'), { create: true })
  library.setSite({ baseUrl: 'https://example.org', search: false, socialImages: false })
  for (const name of slugs) {
    const text = `## One\n\nText of ${name}, which leads to [b](b.md#one).`
    library.createPost({
      title: `Post ${name}`,
      slug: name,
      date: '2026-01-02',
      status: 'published',
      body: text,
    })
  }
  return library
}

/** An export of a library, with what is known of earlier ones or of everything. */
async function exportOf(library: Library, out: string, warm?: WarmState) {
  const snapshot = openSnapshot(library.path)
  try {
    return await exportSite(snapshot, { out, libraryPath: library.path, themeFolder, warm })
  } finally {
    snapshot.close()
  }
}

describe('an export after edits', () => {
  it('asks after headings of posts by whatever name they are linked, alone or among others', async () => {
    const folder = temporaryFolder()
    const library = openLibrary(join(folder, 'library'), { create: true })
    library.setSite({ baseUrl: 'https://example.org', search: false, socialImages: false })
    const publish = (slug: string, body: string) =>
      library.createPost({ title: slug, slug, date: '2026-01-02', status: 'published', body })
    const { id } = publish('old', '## One')
    library.setPost(id, { slug: 'new' })
    library.releases.update(id)
    publish('a', '[x](old.md#gone) [y](/posts/old/#gone) [z](/posts/new/?from=a#gone)')
    publish('b', '[x](new.md#one)')
    const warm = createWarmState(join(folder, 'cache'))
    const first = await exportOf(library, join(folder, 'site'), warm)
    expect(first.warnings).toEqual(["“a” links to “#gone”, which isn't on the page it leads to."])
    const before = contentsOf(first.out)
    expect(before['posts/a/index.html']).toContain('<a href="/posts/new/">x</a> <a href="/posts/new/">y</a>')
    const second = await exportOf(library, join(folder, 'site'), warm)
    expect(second).toMatchObject({ written: 0, warnings: first.warnings })
    library.setSite({ title: 'Another' })
    const again = await exportOf(library, join(folder, 'site'), warm)
    const whole = await exportOf(library, join(folder, 'whole'))
    library.close()
    expect(contentsOf(again.out)).toEqual(contentsOf(whole.out))
  })

  it('is the same as one of everything, whatever was edited and exported before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (rounds) => {
          const folder = temporaryFolder()
          const library = begin(folder)
          const exportTo = (name: string, warm?: WarmState) => exportOf(library, join(folder, name), warm)
          const warm = createWarmState(join(folder, 'cache'))
          await exportTo('site', warm)
          for (const [index, edits] of rounds.entries()) {
            for (const change of edits) change(library)
            const again = await exportTo('site', warm)
            const whole = await exportTo(`whole-${index}`)
            expect(contentsOf(again.out)).toEqual(contentsOf(whole.out))
            expect(again.warnings).toEqual(whole.warnings)
            expect(again.pages).toBe(whole.pages)
          }
          library.close()
        },
      ),
      { numRuns: randomCases(8) },
    )
  }, 120_000)
})
