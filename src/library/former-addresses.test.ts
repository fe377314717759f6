import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type PostId, readRelease } from '../document'
import { type Library, openLibrary, openSnapshot } from './index'

let folder: string
let library: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-addresses-'))
  library = openLibrary(folder, { create: true })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What an export would see: slugs in order, and where posts stood before. */
function onTheSite() {
  const snapshot = openSnapshot(folder)
  const slugs = [...snapshot.publishedPosts()].map(({ slug }) => slug).sort()
  const former = snapshot.formerAddresses()
  snapshot.close()
  expect(library.verify().problems).toEqual([])
  return { slugs, former: (id: PostId) => former.get(id) }
}

describe('the address of a published post', () => {
  it('changes on the site with Update, like all else that readers see', () => {
    const { id } = library.createPost({ title: 'Old', status: 'published' })
    expect(library.setPost(id, { slug: 'new' })).toMatchObject({ slug: 'new', hasChanges: true })
    expect(onTheSite().slugs).toEqual(['old'])
    expect(onTheSite().former(id)).toEqual({ slugs: [], paths: [], nextSlug: 'new' })
    expect(library.releases.update(id)).toMatchObject({ slug: 'new', hasChanges: false })
    expect(onTheSite().slugs).toEqual(['new'])
    expect(onTheSite().former(id)).toEqual({ slugs: ['old'], paths: [] })
  })

  it('is given back by discarding the changes', () => {
    const { id } = library.createPost({ title: 'Old', status: 'published' })
    library.setPost(id, { slug: 'new', title: 'New' })
    expect(library.releases.discard(id)).toMatchObject({ slug: 'old', title: 'Old', hasChanges: false })
    expect(onTheSite().slugs).toEqual(['old'])
  })

  it('is nobody else’s while it stands there', () => {
    const { id } = library.createPost({ title: 'Old', status: 'published' })
    library.setPost(id, { slug: 'new' })
    expect(library.createPost({ title: 'Old' }).slug).toBe('old-2')
    const other = library.createPost({ title: 'Other' })
    expect(() => library.setPost(other.id, { slug: 'old' })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    )
    library.releases.update(id)
    expect(library.setPost(other.id, { slug: 'old' }).slug).toBe('old')
  })

  it('is its own even when another machine gave it to a post as well', () => {
    const first = library.createPost({ title: 'One', status: 'published' })
    library.setPost(first.id, { slug: 'uno' })
    const second = library.createPost({ title: 'Two', status: 'published' })
    library.editPost(second.id, (doc) => {
      doc.getMap('meta').set('slug', 'one')
    })
    library.releases.update(second.id)
    const tail = `one-${second.id.slice(-6)}`
    expect(onTheSite().slugs).toEqual(['one', tail])
    library.rebuildProjection()
    expect(onTheSite().slugs).toEqual(['one', tail])
    library.releases.update(first.id)
    expect(onTheSite().slugs).toEqual(['one', 'uno'])
  })

  it('that it has again is no former one', () => {
    const { id } = library.createPost({ title: 'A', status: 'published' })
    for (const slug of ['b', 'c', 'a']) {
      library.setPost(id, { slug })
      library.releases.update(id)
    }
    expect(onTheSite().former(id)?.slugs).toEqual(['b', 'c'])
  })

  it('was none while it was a draft', () => {
    const { id } = library.createPost({ title: 'A' })
    library.setPost(id, { slug: 'b' })
    library.setPost(id, { status: 'published' })
    expect(onTheSite().former(id)).toBeUndefined()
  })

  it('changes with the day of its date, which is remembered when the change is released', () => {
    const { id } = library.createPost({ title: 'A', date: '2026-03-01T09:00:00Z', status: 'published' })
    library.setPost(id, { date: '2026-03-01T10:00:00Z' })
    library.releases.update(id)
    expect(onTheSite().former(id)).toBeUndefined()
    library.setPost(id, { date: '2026-04-02' })
    library.releases.update(id)
    expect(onTheSite().former(id)).toEqual({ slugs: [], paths: [], days: ['2026-03-01'] })
    library.rebuildProjection()
    expect(onTheSite().former(id)?.days).toEqual(['2026-03-01'])
  })

  it('of a release from before dates were kept is found in the past of the post', () => {
    const { id } = library.createPost({ title: 'A', date: '2026-03-01', status: 'published' })
    library.editPost(id, (doc) => {
      const { date: _, ...published } = doc.getMap('meta').get('published') as Record<string, unknown>
      doc.getMap('meta').set('published', published)
      expect(readRelease(doc)?.date).toBeNull()
    })
    library.setPost(id, { date: '2026-04-02' })
    library.releases.update(id)
    expect(onTheSite().former(id)?.days).toEqual(['2026-03-01'])
  })

  it('is remembered by whichever of two machines changed it', () => {
    const { id } = library.createPost({ title: 'A', status: 'published' })
    const there = library.readDocument(id)
    library.setPost(id, { slug: 'b' })
    library.releases.update(id)
    there.getMap('formerSlugs').set('z', true)
    library.editPost(id, (doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(there)))
    expect(onTheSite().former(id)?.slugs).toEqual(['a', 'z'])
  })

  it('stays what it is for a post that was released before addresses were', () => {
    const { id } = library.createPost({ title: 'A', status: 'published' })
    library.editPost(id, (doc) => {
      const { slug: _, ...published } = doc.getMap('meta').get('published') as Record<string, unknown>
      doc.getMap('meta').set('published', published)
      expect(readRelease(doc)?.slug).toBeNull()
    })
    expect(library.post(id)?.hasChanges).toBe(false)
    expect(library.setPost(id, { slug: 'b' }).hasChanges).toBe(false)
    expect(onTheSite().slugs).toEqual(['b'])
  })
})

describe('paths that front matter names', () => {
  it('are kept with the post, those that are texts', () => {
    const { id } = library.createPost({
      title: 'A',
      status: 'published',
      extra: { aliases: ['/old/', 7, 'x.html'], redirect_from: '/older/', redirects: ['/no/'] },
    })
    expect(onTheSite().former(id)).toEqual({ slugs: [], paths: ['/old/', '/older/', 'x.html'] })
  })

  it('may be where it stood itself, but not a pattern nor an address elsewhere', () => {
    const pathsOf = (extra: Record<string, unknown>) => {
      const { id } = library.createPost({ title: 'A', status: 'published', extra })
      return onTheSite().former(id)?.paths
    }
    expect(pathsOf({ permalink: '/2019/a.html' })).toEqual(['/2019/a.html'])
    expect(pathsOf({ permalink: '/:year/:title/' })).toBeUndefined()
    expect(pathsOf({ url: 'https://elsewhere.org/a', path: '{{ page.slug }}' })).toBeUndefined()
  })

  it('reach the site with Update', () => {
    const { id } = library.createPost({ title: 'A', status: 'published', extra: { aliases: '/old/' } })
    library.setBody(id, 'text')
    library.editPost(id, (doc) => {
      doc.getMap('extra').set('aliases', ['/other/'])
    })
    expect(onTheSite().former(id)?.paths).toEqual(['/old/'])
    library.rebuildProjection()
    expect(onTheSite().former(id)?.paths).toEqual(['/old/'])
    library.releases.update(id)
    expect(onTheSite().former(id)?.paths).toEqual(['/other/'])
  })
})
