import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../library'
import { randomCases } from '../random-cases'
import { importFolder } from './import-folder'

/** The smallest PNG there is: one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let base: string
let folder: string
let library: Library

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'longhand-import-'))
  folder = join(base, 'blog')
  mkdirSync(folder)
  library = openLibrary(join(base, 'library'), { create: true })
})

afterEach(() => {
  library.close()
  rmSync(base, { recursive: true, force: true })
})

function write(files: Record<string, string | Uint8Array>, root = folder): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

const post = (front: string, body = 'Text.\n') => `---\n${front}\n---\n\n${body}`
const bodyOf = (slug: string) => library.post(slug)?.body

describe('importing again', () => {
  it('changes nothing when the files have not changed', async () => {
    write({ 'a.md': post('title: A', '[b](b.md) ![x](x.png)\n'), 'b.md': post('title: B'), 'x.png': png })
    await importFolder(library, folder)
    const before = library.posts()
    expect(await importFolder(library, folder)).toEqual({
      imported: 0,
      updated: 0,
      unchanged: 2,
      skipped: [],
      assets: 0,
      warnings: [],
    })
    expect(library.posts()).toEqual(before)
  })

  it('leaves links that followed a renamed post as they are, and has new ones follow too', async () => {
    write({
      'a.md': post('title: A', 'See [b](b.md) and [c](c.md).\n'),
      'b.md': post('title: B'),
      'c.md': post('title: C'),
    })
    await importFolder(library, folder)
    for (const name of ['b', 'c']) {
      const renamed = library.post(name)
      if (renamed) library.setPost(renamed.id, { slug: `new-${name}` })
    }
    expect(bodyOf('a')).toBe('See [b](new-b.md) and [c](new-c.md).\n')
    write({ 'a.md': post('title: A', 'See [b](b.md) and [c](c.md), and [b](b.md) again.\n') })
    await importFolder(library, folder)
    expect(bodyOf('a')).toBe('See [b](new-b.md) and [c](new-c.md), and [b](new-b.md) again.\n')
    write({ 'a.md': post('title: A', 'First see [b](b.md) and [c](c.md), and [b](b.md) again.\n') })
    await importFolder(library, folder)
    expect(bodyOf('a')).toBe('First see [b](new-b.md) and [c](new-c.md), and [b](new-b.md) again.\n')
  })

  it('lets links of other posts follow a file that asks for another slug', async () => {
    write({ 'a.md': post('title: A', '[b](b.md)\n'), 'b.md': post('title: B') })
    await importFolder(library, folder)
    library.createPost({ title: 'Mine', body: '[[b]]' })
    for (const [words, slug] of [
      ['', 'one'],
      [' More.', 'two'],
    ] as const) {
      write({ 'a.md': post('title: A', `[b](b.md)${words}\n`), 'b.md': post(`title: B\nslug: ${slug}`) })
      await importFolder(library, folder)
      expect(bodyOf('a')).toBe(`[b](${slug}.md)${words}\n`)
      expect(bodyOf('mine')).toBe(`[[${slug}]]`)
    }
  })

  it('brings a file anew whose post was deleted for good', async () => {
    write({ 'a.md': post('title: A', 'Words.\n') })
    await importFolder(library, folder)
    const [first] = library.posts()
    library.trashPost(first!.id)
    library.trash.empty()
    expect(await importFolder(library, folder)).toMatchObject({ imported: 1, skipped: [] })
    const [second] = library.posts()
    expect(second).toMatchObject({ title: 'A', slug: 'a' })
    expect(second!.id).not.toBe(first!.id)
    expect(library.verify().problems).toEqual([])
  })

  it('releases what a published file says, unless the writer has changes that are not released', async () => {
    const onSite = () => {
      const snapshot = library.snapshot()
      const bodies = [...snapshot.publishedPosts()].map(({ body }) => body)
      snapshot.close()
      return bodies
    }
    write({ 'a.md': post('title: A', 'one\n') })
    await importFolder(library, folder)
    write({ 'a.md': post('title: A', 'two\n') })
    await importFolder(library, folder)
    expect(onSite()).toEqual(['two\n'])
    library.setBody(library.post('a')!.id, 'two and mine\n')
    write({ 'a.md': post('title: A', 'three\n\ntwo\n') })
    await importFolder(library, folder)
    expect(onSite()).toEqual(['two\n'])
    write({ 'a.md': post('title: A\ndraft: true', 'four\n') })
    await importFolder(library, folder)
    expect(onSite()).toEqual([])
  })

  it('merges a changed file with what the writer wrote since', async () => {
    write({ 'a.md': post('title: A title\ntags: [one]\nslug: a', 'First.\n\nSecond.\n\nThird.\n') })
    await importFolder(library, folder)
    const { id } = library.post('a')!
    library.setBody(id, 'First.\n\nSecond, edited.\n\nThird.\n')
    library.setPost(id, { tags: ['one', 'mine'], summary: 'Mine', title: 'A title, edited' })
    write({
      'a.md': post('title: My A title\ntags: [one, two]\nslug: a', 'FIRST.\n\nSecond.\n\nThird and more.\n'),
    })
    expect(await importFolder(library, folder)).toMatchObject({ imported: 0, updated: 1 })
    expect(library.post(id)).toMatchObject({
      body: 'FIRST.\n\nSecond, edited.\n\nThird and more.\n',
      title: 'My A title, edited',
      summary: 'Mine',
      tags: ['mine', 'one', 'two'],
    })
  })

  it('keeps what the writer wrote over many changes of the file', async () => {
    write({ 'a.md': post('title: A', 'One.\n\nTwo.\n') })
    await importFolder(library, folder)
    const { id } = library.post('a')!
    library.setBody(id, 'One.\n\nTwo.\n\nMine.\n')
    for (const words of ['one', 'two', 'three']) {
      write({ 'a.md': post('title: A', `One ${words}.\n\nTwo.\n`) })
      await importFolder(library, folder)
      expect(bodyOf('a')).toBe(`One ${words}.\n\nTwo.\n\nMine.\n`)
    }
  })

  it('takes a field that the file changed and leaves one that only the writer changed', async () => {
    write({ 'a.md': post('title: A\ndate: 2024-01-01\ndraft: true\nx: 1') })
    await importFolder(library, folder)
    const { id } = library.post('a')!
    library.setPost(id, { date: '2024-06-06', slug: 'renamed' })
    write({ 'a.md': post('title: A\ndate: 2024-01-01\nx: 2') })
    await importFolder(library, folder)
    expect(library.post(id)).toMatchObject({ date: '2024-06-06', slug: 'renamed', status: 'published' })
    expect(library.extra(id)).toEqual({ x: 2 })
  })

  it('counts a post as changed when an image of it was replaced', async () => {
    write({ 'a.md': post('title: A', '![x](x.png)\n'), 'x.png': png })
    await importFolder(library, folder)
    const before = bodyOf('a')
    write({ 'x.png': Buffer.concat([png, Buffer.from('new')]) })
    expect(await importFolder(library, folder)).toMatchObject({ updated: 1, assets: 1 })
    expect(bodyOf('a')).toMatch(/^!\[x\]\(media\/x-[0-9a-f]{12}\.png\)\n$/)
    expect(bodyOf('a')).not.toBe(before)
  })

  it('leaves links as they were when a part of the folder is imported alone', async () => {
    write({
      'posts/a.md': post('title: A', '[b](b.md) [c](/notes/c/)\n'),
      'posts/b.md': post('title: B'),
      'notes/c.md': post('title: C'),
    })
    await importFolder(library, folder)
    expect(await importFolder(library, join(folder, 'posts/a.md'))).toMatchObject({
      updated: 0,
      unchanged: 1,
    })
    expect(bodyOf('a')).toBe('[b](b.md) [c](c.md)\n')
  })

  it('keeps the edits of both sides, wherever they are', async () => {
    const paragraph = fc.constantFrom('alpha', 'beta', 'gamma', 'delta 🌱', '')
    const edits = fc.array(fc.tuple(fc.nat(7), fc.boolean()), { minLength: 1, maxLength: 5 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 8, maxLength: 8 }), edits, async (words, where) => {
        const name = `run-${run++}`
        const original = words.map((word, index) => `${index}: ${word}`)
        const inFile = [...original]
        const inApp = [...original]
        for (const [index, isFile] of where) {
          // Each paragraph is edited by one side alone; then nothing of either may be lost.
          if (isFile && inApp[index] === original[index]) inFile[index] += ' by the file'
          else if (inFile[index] === original[index]) inApp[index] += ' by the writer'
        }
        write({ [`${name}/${name}.md`]: post('title: T', `${original.join('\n\n')}\n`) })
        await importFolder(library, join(folder, name))
        const { id } = library.post(name)!
        library.setBody(id, `${inApp.join('\n\n')}\n`)
        write({ [`${name}/${name}.md`]: post('title: T', `${inFile.join('\n\n')}\n`) })
        await importFolder(library, join(folder, name))
        const expected = original.map((text, index) =>
          inFile[index] === original[index] ? (inApp[index] ?? text) : (inFile[index] ?? text),
        )
        expect(library.post(id)!.body).toBe(`${expected.join('\n\n')}\n`)
      }),
      { numRuns: randomCases(30) },
    )
  })
})
