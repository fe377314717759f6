import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Library, openLibrary, openSnapshot } from '.'

let folder: string
let open: Library[]

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'longhand-')), 'library')
  open = []
})
afterEach(() => {
  for (const library of open) library.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

function openHere(options?: Parameters<typeof openLibrary>[1]): Library {
  const library = openLibrary(folder, { create: true, ...options })
  open.push(library)
  return library
}

/** A second device that writes at the same time: edits a copy of the post and returns the update. */
function editApart(
  library: Library,
  id: Parameters<Library['openDraft']>[0],
  edit: (doc: Y.Doc) => void,
): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, library.openDraft(id).state)
  const before = Y.encodeStateVector(doc)
  edit(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

describe('a post', () => {
  it('is there after closing and opening again, with every field', () => {
    const first = openHere()
    const { id } = first.createPost({
      title: 'Ångström & “quotes”: a (short) story 🎈',
      summary: 'What it says',
      body: '# Hello\n',
      tags: ['sql', 'rust'],
      date: '2026-03-01',
      status: 'published',
      extra: { layout: 'wide', order: 3 },
    })
    first.close()
    open.pop()
    const again = openHere()
    expect(again.post(id)).toMatchObject({
      slug: 'angstrom-quotes-a-short-story',
      title: 'Ångström & “quotes”: a (short) story 🎈',
      summary: 'What it says',
      body: '# Hello\n',
      tags: ['rust', 'sql'],
      date: '2026-03-01',
      status: 'published',
      words: 1,
    })
    expect(again.extra(id)).toEqual({ layout: 'wide', order: 3 })
    expect(again.verify()).toEqual({ ok: true, posts: 1, problems: [] })
  })

  it('gets a number when its slug is taken, and may not take another post’s', () => {
    const library = openHere()
    const first = library.createPost({ title: 'Same' })
    const second = library.createPost({ title: 'Same' })
    expect([first.slug, second.slug]).toEqual(['same', 'same-2'])
    expect(() => library.setPost(second.id, { slug: 'same' })).toThrow(/Another post has the slug/)
    expect(library.post(second.id)?.slug).toBe('same-2')
  })

  it('refuses fields that don’t fit and stays as it was', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Dates' })
    for (const fields of [
      { date: 'soon' },
      { date: '2026-02-30' },
      { slug: '../etc' },
      { slug: 'con' },
      { slug: 'A b' },
    ]) {
      expect(() => library.setPost(id, fields)).toThrow(expect.objectContaining({ code: 'bad-input' }))
    }
    expect(library.openDraft(id).seq).toBe(1)
  })

  it('goes to the trash and comes back, and lists follow', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Old' })
    library.trashPost(id)
    expect(library.posts()).toEqual([])
    expect(library.posts({ trashed: true }).map((post) => post.id)).toEqual([id])
    library.restorePost(id)
    expect(library.posts().map((post) => post.id)).toEqual([id])
  })

  it('that is set to what it already is logs nothing', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Same', tags: ['a'], body: 'text' })
    library.setPost(id, { title: 'Same', tags: ['a'], status: 'draft' })
    library.setBody(id, 'text')
    library.restorePost(id)
    expect(library.openDraft(id).seq).toBe(1)
  })
})

describe('updates', () => {
  it('from two places that edit one paragraph both survive', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Two', body: 'one three' })
    const here = editApart(library, id, (doc) => doc.getText('body').insert(4, 'two '))
    const there = editApart(library, id, (doc) => doc.getText('body').insert(9, ' four'))
    library.appendUpdate(id, here)
    library.appendUpdate(id, there)
    expect(library.post(id)?.body).toBe('one two three four')
    expect(library.verify().problems).toEqual([])
  })

  it('that are already known are not logged again', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Once' })
    const update = editApart(library, id, (doc) => doc.getText('body').insert(0, 'x'))
    expect(library.appendUpdate(id, update)).toEqual({ seq: 2 })
    expect(library.appendUpdate(id, update)).toEqual({ seq: 2 })
  })

  it('that arrive before what they build on are kept until it comes', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Order' })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, library.openDraft(id).state)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getText('body').insert(0, 'first ')
    doc.getText('body').insert(6, 'second')
    library.appendUpdate(id, updates[1]!)
    expect(library.post(id)?.body).toBe('')
    library.appendUpdate(id, updates[0]!)
    expect(library.post(id)?.body).toBe('first second')
  })

  it('that are no updates are refused and leave the text alone', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Safe', body: 'kept' })
    expect(() => library.appendUpdate(id, new Uint8Array([1, 2, 3]))).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    )
    library.setBody(id, 'kept and more')
    expect(library.post(id)?.body).toBe('kept and more')
    expect(library.verify().problems).toEqual([])
  })
})

describe('two connections to one library', () => {
  it('edit one post without losing a word, and hear of each other', async () => {
    const [here, there] = [openHere(), openHere()]
    const { id } = here.createPost({ title: 'Shared' })
    const heard = new Promise<readonly string[]>((resolve) =>
      here.onChange(({ documents }) => resolve(documents)),
    )
    for (let n = 0; n < 50; n++) {
      const library = n % 2 === 0 ? there : here
      library.editPost(id, (doc) => doc.getText('body').insert(0, `${n} `))
    }
    expect(await heard).toContain(id)
    expect(here.post(id)?.body.split(' ').length).toBe(51)
    expect(there.openDraft(id).seq).toBe(51)
    expect(there.verify().problems).toEqual([])
  })

  it('hear of a commit by the other alone', async () => {
    const [here, there] = [openHere(), openHere()]
    const { id } = here.createPost({ title: 'Heard' })
    const heard = new Promise((resolve) => here.onChange(resolve))
    there.setPost(id, { title: 'Changed there' })
    expect(await heard).toEqual({ documents: [id] })
  })
})

describe('a transaction', () => {
  it('that fails takes back everything, and memory follows', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'All or nothing', body: 'before' })
    library.openDraft(id)
    expect(() =>
      library.transaction(() => {
        library.setBody(id, 'during')
        library.createPost({ title: 'Never' })
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(library.post(id)?.body).toBe('before')
    expect(library.posts().length).toBe(1)
    library.setBody(id, 'after')
    expect(library.post(id)?.body).toBe('after')
    expect(library.verify().problems).toEqual([])
  })

  it('goes on after a refused part of it was caught', () => {
    const library = openHere()
    library.transaction(() => {
      library.createPost({ title: 'Good' })
      expect(() => library.createPost({ title: 'Bad', date: 'never' })).toThrow()
      library.createPost({ title: 'Also good' })
    })
    expect(library.posts().length).toBe(2)
  })
})

describe('search', () => {
  it('ranks a title over a body, finds prefixes and accents, and marks what it found', () => {
    const library = openHere()
    library.createPost({ title: 'Other', body: 'We talk about caching in the naïve case, at length.' })
    library.createPost({ title: 'Caching', body: 'Short.' })
    library.trashPost(library.createPost({ title: 'Caching, thrown away' }).id)
    expect(library.search('caching').map((hit) => hit.title)).toEqual(['Caching', 'Other'])
    expect(library.search('cach').length).toBe(2)
    expect(library.search('NAIVE')[0]?.snippet).toContain('\uE000naïve\uE001')
    expect(library.search('"; DROP (')).toEqual([])
    expect(library.search('')).toEqual([])
  })

  it('forgets words that were edited away', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Words', body: 'zebra' })
    library.setBody(id, 'giraffe')
    expect(library.search('zebra')).toEqual([])
    expect(library.search('giraffe').length).toBe(1)
  })
})

describe('the projection', () => {
  it('built again from the log is the same', () => {
    const library = openHere()
    for (let n = 0; n < 20; n++) {
      library.createPost({ title: `Post ${n % 4}`, body: `text ${n}`, tags: [`t${n % 3}`] })
    }
    library.setSite({ title: 'Mine', baseUrl: 'https://example.com/blog/' })
    const before = [library.posts(), library.tagging.list(), library.site(), library.search('text')]
    library.rebuildProjection()
    expect([library.posts(), library.tagging.list(), library.site(), library.search('text')]).toEqual(before)
    expect(library.verify().problems).toEqual([])
  })

  it('gives two posts that were born with one slug on two machines different addresses', () => {
    const library = openHere()
    const first = library.createPost({ title: 'One' })
    const second = library.createPost({ title: 'Two' })
    library.editPost(second.id, (doc) => doc.getMap('meta').set('slug', 'one'))
    const addresses = () =>
      library
        .posts()
        .map((post) => post.slug)
        .sort()
    expect(addresses()).toEqual(['one', `one-${second.id.slice(-6)}`])
    library.rebuildProjection()
    expect(addresses()).toEqual(['one', `one-${second.id.slice(-6)}`])
    library.editPost(first.id, (doc) => doc.getMap('meta').set('slug', 'first'))
    expect(addresses()).toEqual(['first', 'one'])
  })
})

describe('assets', () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  it('are kept once, named readably, measured, and checked', () => {
    const library = openHere()
    const asset = library.addAsset(pixel, 'My Diagram.PNG')
    expect(asset).toMatchObject({ type: 'image/png', width: 1, height: 1, size: pixel.length })
    expect(asset.path).toMatch(/^media\/my-diagram-[0-9a-f]{12}\.png$/)
    expect(library.addAsset(pixel, 'again.png')).toEqual(asset)
    expect(readFileSync(library.assetFile(asset))).toEqual(pixel)
    expect(library.verify().ok).toBe(true)
    writeFileSync(library.assetFile(asset), 'damaged')
    expect(library.verify().problems).toEqual([expect.stringContaining(asset.path)])
  })
})

describe('a snapshot', () => {
  it('does not see what is committed after it was taken', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Then', status: 'published' })
    library.createPost({ title: 'Private' })
    const snapshot = openSnapshot(folder)
    library.setPost(id, { title: 'Now' })
    library.createPost({ title: 'Later', status: 'published' })
    expect([...snapshot.publishedPosts()].map((post) => post.title)).toEqual(['Then'])
    snapshot.close()
  })
})

describe('a folder that can’t be opened', () => {
  const opening =
    (create = false) =>
    () =>
      openLibrary(folder, { create })

  it('is refused when it is missing or holds other things, and left alone', () => {
    expect(opening()).toThrow(expect.objectContaining({ code: 'not-a-library' }))
    mkdirSync(folder)
    writeFileSync(join(folder, 'thesis.doc'), 'mine')
    expect(opening(true)).toThrow(expect.objectContaining({ code: 'not-a-library' }))
    expect(readFileSync(join(folder, 'thesis.doc'), 'utf8')).toBe('mine')
  })

  it('is refused when its database belongs to another program', () => {
    mkdirSync(folder)
    const db = new Database(join(folder, 'library.sqlite'))
    db.exec('CREATE TABLE theirs (x)')
    db.close()
    expect(opening(true)).toThrow(expect.objectContaining({ code: 'not-a-library' }))
  })

  it('is refused when a newer app made it, byte for byte as it was', () => {
    openHere().close()
    open.pop()
    const file = join(folder, 'library.sqlite')
    const db = new Database(file)
    db.pragma('user_version = 99')
    db.close()
    const before = readFileSync(file)
    expect(opening()).toThrow(expect.objectContaining({ code: 'newer-library' }))
    expect(readFileSync(file)).toEqual(before)
  })

  it('is refused when its database is not one, byte for byte as it was', () => {
    mkdirSync(folder)
    const file = join(folder, 'library.sqlite')
    writeFileSync(file, 'this was a database once'.repeat(100))
    const before = readFileSync(file)
    expect(opening()).toThrow(expect.objectContaining({ code: 'corrupt-library' }))
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('verify', () => {
  it('names an update whose bytes changed behind SQLite’s back', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'Flip', body: 'some text to damage' })
    const db = new Database(join(folder, 'library.sqlite'))
    const row = db.prepare('SELECT bytes FROM updates WHERE draft = ?').get(id) as { bytes: Buffer }
    row.bytes[row.bytes.length - 40]! ^= 1
    db.prepare('UPDATE updates SET bytes = ? WHERE draft = ?').run(row.bytes, id)
    db.close()
    expect(library.verify()).toMatchObject({
      ok: false,
      problems: [expect.stringContaining(`update 1 of document ${id} is damaged`)],
    })
  })

  it('names a list that no longer says what the log says', () => {
    const library = openHere()
    const { id } = library.createPost({ title: 'True' })
    const db = new Database(join(folder, 'library.sqlite'))
    db.prepare("UPDATE posts SET title = 'False' WHERE id = ?").run(id)
    db.close()
    expect(library.verify().problems).toEqual([expect.stringContaining(id)])
    library.rebuildProjection()
    expect(library.verify().ok).toBe(true)
  })
})
