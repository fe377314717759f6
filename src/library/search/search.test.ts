import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PostFields } from '../../document'
import { randomCases } from '../../random-cases'
import type { Library } from '../library'
import { openLibrary } from '../open-library'
import { wordsOf } from './words'

const folder = mkdtempSync(join(tmpdir(), 'longhand-search-'))
let library: Library
beforeAll(() => {
  library = openLibrary(join(folder, 'library'), { create: true })
})
afterAll(() => {
  library.close()
  rmSync(folder, { recursive: true })
})

/** Births posts, runs `work`, and leaves the library without them. */
function among<Result>(posts: readonly (PostFields & { body?: string })[], work: () => Result): Result {
  const born = posts.map((post) => library.createPost(post).id)
  try {
    return work()
  } finally {
    for (const id of born) library.trashPost(id)
  }
}
const titles = (query: string, limit?: number) =>
  library.search(query, limit === undefined ? {} : { limit }).map(({ title }) => title)

describe('a search', () => {
  it('ranks title over tags over summary over text', () => {
    const posts = [
      { title: 'In text', body: 'walrus walrus walrus' },
      { title: 'In summary', summary: 'a walrus' },
      { title: 'In tags', tags: ['walrus'] },
      { title: 'A walrus' },
      { title: 'Nowhere', body: 'seal' },
    ]
    among(posts, () => {
      expect(titles('walrus')).toEqual(['A walrus', 'In tags', 'In summary', 'In text'])
      expect(titles('walrus', 2)).toEqual(['A walrus', 'In tags'])
    })
  })

  it('finds words wherever they stand, the last one by its beginning', () => {
    const posts = [
      { title: 'Octopus', body: 'It has eight arms.' },
      { title: 'Squid', body: 'It has ten, and is no octopus.' },
    ]
    among(posts, () => {
      expect(titles('octopus eight')).toEqual(['Octopus'])
      expect(titles('octopus e')).toEqual(['Octopus'])
      expect(titles('octopus ei eight')).toEqual([])
      expect(titles('"eight arms"')).toEqual(['Octopus'])
      expect(titles('"arms eight"')).toEqual([])
      expect(titles('octo')).toEqual(['Octopus', 'Squid'])
    })
  })

  it.each([
    ['Łódź i żółw', 'lodz zolw'],
    ['Straßenfest', 'strassen'],
    ['Ångström', 'angstrom'],
    ['Ёлка', 'елка'],
    ['ΟΔΟΣ', 'οδος'],
    ['auto\u00admatic', 'automatic'],
    ['Ｆｕｌｌ width', 'full'],
    ['東京都に住んでいます', '東京'],
    ['東京都に住んでいます', '京都に'.slice(1, 2)],
    ['我们在北京大学学习', '大学'],
    ['我们在北京大学学习', '北京大学'],
    ['タワーマンション', 'マンション'],
    ['JavaScriptの世界', 'javascript 世界'],
    ['สวัสดีชาวโลก', 'ชาว'],
    ['한국어 문서', '한국'],
    ['हिन्दी में', 'हिन्दी'],
  ])('finds %j by %j', (body, query) => {
    among(
      [
        { title: 'One', body },
        { title: 'Other', body: 'of no use' },
      ],
      () => {
        expect(titles(query)).toEqual(['One'])
        expect(library.search(query)[0]?.snippet).toContain('\uE000')
      },
    )
  })

  it('narrows by tag, status and date, and lists newest first without words', () => {
    const posts = [
      { title: 'Old', date: '2024-03-01', tags: ['Sea life', 'x'], body: 'whale' },
      { title: 'New', date: '2026-03-01', tags: ['Sea life'], status: 'published' as const, body: 'whale' },
      { title: 'Newer', date: '2026-04-01', tags: ['x'], body: 'whale' },
    ]
    among(posts, () => {
      expect(titles('tag:"sea life"')).toEqual(['New', 'Old'])
      expect(titles('tag:x whale')).toEqual(['Newer', 'Old'])
      expect(titles('status:published whale')).toEqual(['New'])
      expect(titles('before:2026-03-01 whale')).toEqual(['Old'])
      expect(titles('after:2026-03-01')).toEqual(['Newer', 'New'])
      expect(titles('tag:x tag:"Sea life"')).toEqual(['Old'])
      expect(titles('tag:none whale')).toEqual([])
    })
    expect(titles('whale')).toEqual([])
    expect(titles('tag:x')).toEqual([])
  })

  it('shows where the words are, in the summary when only that has them', () => {
    const post = { title: 'Manatee', summary: 'A sea cow.', body: 'A grazing mammal.' }
    among([post], () => {
      expect(library.search('cow')[0]?.snippet).toBe('A sea \uE000cow\uE001.')
      expect(library.search('mammal')[0]?.snippet).toBe('A grazing \uE000mammal\uE001.')
      expect(library.search('manatee')[0]?.snippet).toBe('A grazing mammal.')
    })
  })

  it('finds any text by any of its words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'東京都大学生命研究の天気はデータベース ab'), maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'สวัสดีชาวโลกไทย ท'), maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'eE\u0301\u0308ßİıΣσς ﬁ½ａЙ-'), maxLength: 20 }),
    )
    fc.assert(
      fc.property(text, text, (title, body) => {
        const { id } = library.createPost({ title, body })
        const words = [...new Set([...wordsOf(title), ...wordsOf(body)])]
        for (const word of words.slice(0, 8)) {
          const isFound = library.search(word, { limit: 500 }).some((hit) => hit.id === id)
          expect(isFound, `${JSON.stringify(word)} of ${JSON.stringify([title, body])}`).toBe(true)
        }
        library.trashPost(id)
      }),
      { numRuns: randomCases(60) },
    )
  })
})

describe('quick open', () => {
  it('finds titles by their letters, the last edited first among equals', () => {
    const posts = [{ title: 'Reading caches' }, { title: 'Wandering' }, { title: 'Reading coasts' }]
    among(posts, () => {
      expect(library.quickOpen('rc', 10).map(({ title }) => title)).toEqual([
        'Reading coasts',
        'Reading caches',
      ])
      expect(library.quickOpen('wd', 1)[0]?.marks).toEqual([
        [0, 1],
        [3, 4],
      ])
    })
  })
})

describe('verify', () => {
  it('names a post of which the index holds something else than it says', () => {
    const { id } = library.createPost({
      title: 'Narwhal',
      tags: ['Ärmelkanal x'],
      summary: 'A tusk.',
      body: 'Swims.',
    })
    library.createPost({ title: '東京', body: 'Straße — 東京の天気 🎉' })
    library.search('narwhal')
    expect(library.verify().problems).toEqual([])
    const db = new Database(join(library.path, 'library.sqlite'))
    const number = db.prepare<[string], number>('SELECT number FROM posts WHERE id = ?').pluck().get(id)
    db.prepare('DELETE FROM search WHERE rowid = ?').run(number)
    db.prepare(
      "INSERT INTO search (rowid, title, tags, summary, body) VALUES (?, 'narwhal', '', 'a tusk', '')",
    ).run(number)
    // SQLite may notice as well that the index was written past it.
    expect(library.verify().problems).toContain(
      `what the lists say of post ${id} differs from its update log`,
    )
    db.close()
    library.rebuildProjection()
    expect(library.verify().problems).toEqual([])
  })
})
