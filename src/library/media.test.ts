import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '.'

let folder: string
let library: Library
let clock: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-media-'))
  clock = Date.UTC(2026, 0, 1)
  library = openLibrary(join(folder, 'library'), { create: true, now: () => clock++ })
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

const image = (n: number) => new TextEncoder().encode(`<svg xmlns="x" width="4" height="${n}"></svg>`)
const add = (n: number, name: string) => library.addAsset(image(n), name).path
const list = (filter: 'all' | 'unused' | 'missing-alt' = 'all', query = '') =>
  library.media.list({ filter, query, offset: 0, limit: 50 })
const paths = (...options: Parameters<typeof list>) => list(...options).items.map(({ path }) => path)

describe('the media of a library', () => {
  it('are listed newest first, with where they are used', () => {
    const plan = add(1, 'Plan.svg')
    const photo = add(2, 'photo.svg')
    const lone = add(3, 'lone.svg')
    const first = library.createPost({ title: 'First', body: `![](${plan}) ![A photo](${photo})` })
    const second = library.createPost({ title: 'Second', cover: plan })
    library.trashPost(second.id)
    expect(paths()).toEqual([lone, photo, plan])
    expect(list().items[2]).toMatchObject({
      type: 'image/svg+xml',
      width: 4,
      height: 1,
      uses: [
        { id: second.id, title: 'Second', missingAlt: 0, isTrashed: true },
        { id: first.id, title: 'First', missingAlt: 1, isTrashed: false },
      ],
    })
    expect(list().counts).toEqual({ all: 3, unused: 1, 'missing-alt': 1 })
    expect(paths('unused')).toEqual([lone])
    expect(paths('missing-alt')).toEqual([plan])
    expect(paths('all', 'PLAN')).toEqual([plan])
    expect(paths('all', 'Plän')).toEqual([plan])
    expect(paths('all', 'no plan')).toEqual([])
    expect(paths('all', '.svg')).toEqual([lone, photo, plan])
    expect(library.media.list({ filter: 'all', offset: 1, limit: 1 }).items.map((it) => it.path)).toEqual([
      photo,
    ])
    expect(library.verify().problems).toEqual([])
  })

  it('follow each edit, and a rebuild finds the same', () => {
    const plan = add(1, 'plan.svg')
    const { id } = library.createPost({ title: 'Post', body: `![](${plan})` })
    library.setBody(id, `![A plan](${plan})`)
    expect(paths('missing-alt')).toEqual([])
    library.setBody(id, 'Nothing')
    expect(paths('unused')).toEqual([plan])
    library.setBody(id, `[plan](${plan})`)
    library.rebuildProjection()
    expect(paths('unused')).toEqual([])
    expect(library.verify().problems).toEqual([])
  })

  it('are in use while the site shows them', () => {
    const plan = add(1, 'plan.svg')
    const { id } = library.createPost({ title: 'Post', status: 'published', body: `![](${plan})` })
    library.setBody(id, 'Without')
    expect(paths('unused')).toEqual([])
    expect(paths('missing-alt')).toEqual([])
    library.releases.update(id)
    expect(paths('unused')).toEqual([plan])
    expect(library.verify().problems).toEqual([])
  })
})

describe('an original that is replaced', () => {
  it('is exchanged in the text and cover of every post, which keep what they were', () => {
    const plan = add(1, 'plan.svg')
    const text = library.createPost({ title: 'Text', body: `a ![x](${plan}) b ![](/${plan}) \`${plan}\`` })
    const cover = library.createPost({ title: 'Cover', cover: plan })
    const other = library.createPost({ title: 'Other', body: 'no image' })
    const { path, posts } = library.media.replace(plan, image(9), 'new plan.svg')
    expect(posts).toBe(2)
    expect(path).toMatch(/^media\/new-plan-[0-9a-f]{12}\.svg$/)
    expect(library.post(text.id)?.body).toBe(`a ![x](${path}) b ![](/${path}) \`${plan}\``)
    expect(library.post(cover.id)?.cover).toBe(path)
    expect(library.openDraft(other.id).seq).toBe(1)
    const [version] = library.history.list(text.id)
    library.history.restore(text.id, version!.id)
    expect(library.post(text.id)?.body).toContain(`![x](${plan})`)
    expect(library.verify().problems).toEqual([])
  })

  it('stays on the site until the post is released again', () => {
    const plan = add(1, 'plan.svg')
    const { id } = library.createPost({ title: 'Post', status: 'published', body: `![x](${plan})` })
    const { path } = library.media.replace(plan, image(9), 'plan.svg')
    expect(library.post(id)).toMatchObject({ body: `![x](${path})`, hasChanges: true })
    expect(paths('unused')).toEqual([])
    expect(library.media.replace(plan, image(10), 'plan.svg').posts).toBe(0)
  })

  it('by itself changes nothing, and by no image or when it is not there is refused', () => {
    const plan = add(1, 'plan.svg')
    const { id } = library.createPost({ title: 'Post', body: `![x](${plan})` })
    expect(library.media.replace(plan, image(1), 'again.svg')).toEqual({ path: plan, posts: 0 })
    const pdf = new TextEncoder().encode('%PDF-1.4')
    expect(() => library.media.replace(plan, pdf, 'a.pdf')).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    )
    expect(() => library.media.replace('media/x-0123456789ab.png', pdf, 'a.pdf')).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    expect(library.openDraft(id).seq).toBe(1)
    expect(paths()).toEqual([plan])
  })
})

describe('an original that is removed', () => {
  it('goes only when no post uses it, and its file stays for earlier versions', () => {
    const plan = add(1, 'plan.svg')
    const lone = add(2, 'lone.svg')
    const { id } = library.createPost({ title: 'Post', body: `![x](${plan})` })
    expect(library.media.remove([plan, lone, lone, 'media/none-0123456789ab.png'])).toEqual({ removed: 1 })
    expect(paths()).toEqual([plan])
    expect(library.asset(lone)?.path).toBe(lone)
    expect(library.verify().problems).toEqual([])
    library.setBody(id, `![x](${lone})`)
    expect(paths()).toEqual([lone, plan])
  })

  it('is back when it is added again or restored', () => {
    const lone = add(2, 'lone.svg')
    library.media.remove([lone])
    expect(add(2, 'other name.svg')).toBe(lone)
    expect(paths('unused')).toEqual([lone])
    library.media.remove([lone])
    expect(library.media.restore([lone, lone])).toEqual({ restored: 1 })
    expect(paths('unused')).toEqual([lone])
  })
})
