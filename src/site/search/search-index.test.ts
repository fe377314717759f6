import { describe, expect, it, vi } from 'vitest'
import { planSite } from '../plan'
import { sampleLibrary, samplePost, snapshotOf } from '../sample-library'
import { buildSearchIndex, type SearchFile, whyNoSearch } from './search-index'
import { type SearchRecord, searchRecord } from './search-record'

const record = (n: number): SearchRecord => ({
  url: `posts/p${n}/`,
  title: `Post ${n}`,
  date: `20${10 + (n % 9)}-03-04`,
  tags: n % 2 === 0 ? ['rust', 'web'] : ['web'],
  content: Array.from({ length: 300 }, (_, k) => `word${(n * 7 + k * k) % 97}`).join(' '),
})
const records = (count: number) => Array.from({ length: count }, (_, n) => record(n))

async function build(list: readonly SearchRecord[], language = 'en'): Promise<SearchFile[]> {
  const files: SearchFile[] = []
  for await (const file of buildSearchIndex(list, { language })) files.push(file)
  return files
}
const names = (files: readonly SearchFile[]) => files.map(({ file }) => file)

describe('the index of the site’s search', () => {
  it('can be made on this machine', async () => {
    expect(await whyNoSearch()).toBeNull()
  })

  it('is said to be out of reach where its program doesn’t run, and can be made when it does again', async () => {
    process.env.PAGEFIND_EXTENDED_BINARY_PATH = '/nowhere/pagefind'
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    try {
      expect(await whyNoSearch()).toMatch(
        /^The site has no search: its indexer doesn’t run on this machine \(/,
      )
    } finally {
      delete process.env.PAGEFIND_EXTENDED_BINARY_PATH
      log.mockRestore()
    }
    expect(await whyNoSearch()).toBeNull()
  })

  it('has the program, its module for the language, an entry and the index, and nothing that isn’t used', async () => {
    const files = names(await build(records(3)))
    expect(files.filter((file) => !/^pagefind\/(fragment|filter|index)\/en_/.test(file))).toEqual([
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind-worker.js',
      expect.stringMatching(/^pagefind\/pagefind\.en_\w+\.pf_meta$/),
      'pagefind/pagefind.js',
      'pagefind/wasm.en.pagefind',
    ])
    expect(files.filter((file) => file.includes('/fragment/'))).toHaveLength(3)
    expect(files.filter((file) => file.includes('/filter/'))).toHaveLength(2)
  })

  it('is the same for the same records, to the byte', async () => {
    const [one, other] = [await build(records(300)), await build(records(300))]
    expect(names(one)).toEqual(names(other))
    expect(one.every(({ content }, index) => content.equals(other[index]?.content ?? Buffer.alloc(0)))).toBe(
      true,
    )
  })

  it('changes only the fragment of a post whose text changed, and what is shared', async () => {
    const before = new Set(names(await build(records(40))))
    const changed = records(40).map((it, n) => (n === 7 ? { ...it, content: `${it.content} zebra` } : it))
    const fragments = names(await build(changed)).filter(
      (file) => file.includes('/fragment/') && !before.has(file),
    )
    expect(fragments).toHaveLength(1)
  })

  it('is made for languages without stemming, and for an empty site', async () => {
    expect(names(await build(records(2), 'vi'))).toContain('pagefind/wasm.unknown.pagefind')
    expect(names(await build([]))).toContain('pagefind/pagefind-entry.json')
  })

  it('stops when the export is cancelled', async () => {
    const stop = new AbortController()
    const endless = function* () {
      for (let n = 0; ; n++) {
        if (n === 50) stop.abort()
        yield record(n)
      }
    }
    const read = async () => {
      for await (const _ of buildSearchIndex(endless(), { language: 'en', signal: stop.signal }));
    }
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await build(records(2))).not.toEqual([])
  })
})

describe('what the search knows of a page', () => {
  const planOf = (count: number) =>
    planSite(
      snapshotOf(
        sampleLibrary([
          samplePost(1, { tags: ['Rust'] }),
          samplePost(2, { kind: 'page', slug: 'about', tags: ['Rust'] }),
          ...Array.from({ length: count }, (_, n) => samplePost(n + 3)),
        ]),
        '/tmp',
      ),
      10,
    )

  it('is its text without markup, as a reader sees it', () => {
    const plan = planOf(0)
    const source =
      '## One & two\n\nIn*side* \\<b> %%unsaid%%\n\n%%\nunsaid\n\nunsaid\n%%\n\n```ts\nlet x\n```\n'
    const [post] = plan.posts
    if (post === undefined) throw new Error('the plan has a post')
    expect(searchRecord(plan, post, 'Post 1', source)).toEqual({
      url: 'posts/post-1/',
      title: 'Post 1',
      date: post.date,
      tags: ['Rust'],
      content: 'One & two Inside <b> let x',
    })
  })

  it('has for a page beside the posts no date and no tags', () => {
    const plan = planOf(0)
    const [page] = plan.pages
    if (page === undefined) throw new Error('the plan has a page')
    expect(searchRecord(plan, page, 'About', '')).toMatchObject({
      url: 'about/',
      date: '',
      tags: [],
      content: '',
    })
  })

  it('is of a long post on a large site its headings and its beginning', () => {
    const plan = planOf(5998)
    const [post] = plan.posts
    if (post === undefined) throw new Error('the plan has a post')
    const source = `${'beginning '.repeat(500)}\n\n    code\n\n## Late heading\n\nend`
    const { content } = searchRecord(plan, post, 'Post 1', source)
    expect(content).toMatch(/^Late heading beginning/)
    expect(content.length).toBeLessThanOrEqual(1024)
    expect(content).toMatch(/beginning$/)
  })
})
