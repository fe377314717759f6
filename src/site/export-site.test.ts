import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Asset } from '../library'
import { createWarmState } from './build/warm-state'
import { type ExportOptions, type ExportProgress, exportSite } from './export-site'
import { faultyDisk } from './output/faulty-disk'
import { type SampleLibrary, sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { contentsOf, temporaryFolder } from './temporary-folder'

const themeFolder = resolve('resources/themes/broadsheet')
const asset = (name: string, hash: string): Asset => ({
  hash,
  path: `media/${name}`,
  type: 'image/png',
  size: 70_000,
  width: 640,
  height: 480,
})
const used = asset('used-aaaaaaaaaaaa.png', 'a'.repeat(64))
const unused = asset('unused-bbbbbbbbbbbb.png', 'b'.repeat(64))

const posts = [
  samplePost(1, {
    body: '![A plan](media/used-aaaaaaaaaaaa.png) and [two](post-2.md#there).',
    tags: ['rust', 'C++'],
  }),
  samplePost(2, { body: '## There\n\nSee [gone](gone.md) and [home](/).', tags: ['C'] }),
  ...Array.from({ length: 24 }, (_, index) => samplePost(index + 3, { tags: index % 2 ? ['rust'] : [] })),
]
const library = sampleLibrary(posts, { socialImages: false }, [used, unused])
const withoutSearch = { ...library, settings: { ...library.settings, search: false } }

async function run(sample: SampleLibrary, out: string, options: Partial<ExportOptions> = {}) {
  const folder = temporaryFolder()
  const snapshot = snapshotOf(sample, join(folder, 'assets'))
  return exportSite(snapshot, { out, libraryPath: folder, themeFolder, ...options })
}

describe('an export', () => {
  it('has every page, the feed, the theme and the media that posts show, and says so', async () => {
    const out = join(temporaryFolder(), 'site')
    const result = await run(library, out)
    const files = Object.keys(contentsOf(out))
    expect(files.filter((file) => /^(page|tags)\/.*html$/.test(file))).toEqual([
      'page/2/index.html',
      'tags/c-plus-plus/index.html',
      'tags/c/index.html',
      'tags/index.html',
      'tags/rust/index.html',
    ])
    expect(files.filter((file) => file.startsWith('posts/')).length).toBe(26)
    expect(files.filter((file) => file.startsWith('media/'))).toEqual([used.path])
    expect(files).toEqual(
      expect.arrayContaining([
        ...['index.html', '404.html', 'sitemap.xml', 'robots.txt', 'favicon.svg', 'site.webmanifest'],
        ...['feed.xml', 'rss.xml', 'feed.json', 'tags/c/feed.xml', 'tags/c/rss.xml', 'tags/c/feed.json'],
        ...['.htaccess', '_headers'],
      ]),
    )
    const bytes = files
      .filter((file) => file !== '.longhand-site.json')
      .reduce((sum, file) => sum + statSync(join(out, file)).size, 0)
    expect(result).toEqual({
      out,
      pages: files.filter((file) => file.endsWith('.html')).length,
      written: files.length - 1,
      unchanged: 0,
      removed: 0,
      bytes,
      ms: expect.any(Number),
      warnings: ["“Post 2” links to “gone.md”, which isn't on the site; the link was left out."],
    })
  })

  it('of equal libraries is equal, byte for byte, wherever and whenever it is made', async () => {
    const [one, two] = [join(temporaryFolder(), 'one'), join(temporaryFolder(), 'a/longer/path/two')]
    await run(library, one)
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    await run(library, two)
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    expect(contentsOf(two)).toEqual(contentsOf(one))
  })

  it('of an unchanged library writes nothing', async () => {
    const out = join(temporaryFolder(), 'site')
    const { written } = await run(library, out)
    const times = () => Object.keys(contentsOf(out)).map((file) => statSync(join(out, file)).mtimeMs)
    const before = times()
    expect(await run(library, out)).toMatchObject({ written: 0, unchanged: written, removed: 0 })
    expect(times()).toEqual(before)
  })

  it('after a change writes only what shows it', async () => {
    const out = join(temporaryFolder(), 'site')
    await run(withoutSearch, out)
    const before = contentsOf(out)
    const changed = posts.map((post) =>
      post.slug === 'post-14' ? { ...post, body: 'Rewritten.', editedAt: post.editedAt + 1 } : post,
    )
    await run({ ...withoutSearch, posts: changed }, out)
    const after = contentsOf(out)
    const touched = Object.keys(after).filter((file) => after[file] !== before[file])
    expect(touched).toEqual([
      '.longhand-site.json',
      ...['feed.json', 'feed.xml', 'page/2/index.html', 'posts/post-14/index.html', 'rss.xml', 'sitemap.xml'],
      ...['tags/rust/feed.json', 'tags/rust/feed.xml', 'tags/rust/index.html', 'tags/rust/rss.xml'],
    ])
  })

  it('takes away what is no longer published, and media that nothing shows any more', async () => {
    const out = join(temporaryFolder(), 'site')
    await run(withoutSearch, out)
    expect(await run({ ...withoutSearch, posts: posts.slice(1) }, out)).toMatchObject({ removed: 6 })
    expect(Object.keys(contentsOf(out))).not.toContain(used.path)
  })

  it('of a library without posts has a front page that says so', async () => {
    const out = join(temporaryFolder(), 'site')
    expect(await run(sampleLibrary([]), out)).toMatchObject({ pages: 6, warnings: [] })
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Nothing published yet')
  })

  it('without a base URL has no absolute address, and says so', async () => {
    const out = join(temporaryFolder(), 'site')
    const { warnings } = await run(sampleLibrary([samplePost(1)], { baseUrl: '' }), out)
    expect(warnings).toEqual([expect.stringContaining('no base URL')])
    const files = contentsOf(out)
    expect(files['sitemap.xml']).toBeUndefined()
    expect(Object.values(files).join('')).not.toMatch(/canonical|og:url|example\.org/)
  })

  it('has an index to search by, which is left while it is of the same posts', async () => {
    const out = join(temporaryFolder(), 'site')
    const warm = createWarmState(temporaryFolder())
    const indexOf = () => Object.keys(contentsOf(out)).filter((file) => file.startsWith('pagefind/'))
    await run(library, out, { warm })
    const before = indexOf()
    expect(before.filter((file) => file.includes('/fragment/'))).toHaveLength(posts.length)
    expect(await run(library, out, { warm })).toMatchObject({ written: 0, removed: 0 })
    const changed = posts.map((post, n) =>
      n === 3 ? { ...post, body: 'Zebra.', editedAt: post.editedAt + 1 } : post,
    )
    await run({ ...library, posts: changed }, out, { warm })
    const after = indexOf()
    expect(after).not.toEqual(before)
    expect(after).toHaveLength(before.length)
    const alone = join(temporaryFolder(), 'site')
    await run({ ...library, posts: changed }, alone)
    expect(contentsOf(out)).toEqual(contentsOf(alone))
    await run({ ...withoutSearch, posts: changed }, out, { warm })
    expect(indexOf()).toEqual([])
  })

  it('has no page to search with where the indexer doesn’t run, and says so once', async () => {
    process.env.PAGEFIND_EXTENDED_BINARY_PATH = '/nowhere/pagefind'
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const out = join(temporaryFolder(), 'site')
    try {
      const { warnings } = await run(sampleLibrary([samplePost(1)]), out)
      expect(warnings).toEqual([expect.stringContaining('has no search')])
    } finally {
      delete process.env.PAGEFIND_EXTENDED_BINARY_PATH
      log.mockRestore()
    }
    const files = contentsOf(out)
    expect(Object.keys(files).filter((file) => /^(search|pagefind)/.test(file))).toEqual([])
    expect(files['index.html']).not.toContain('/search/')
  })

  it('names a cover or image whose file has gone', async () => {
    const lost = samplePost(1, { cover: 'media/lost-cccccccccccc.png' })
    const { warnings } = await run(sampleLibrary([lost]), join(temporaryFolder(), 'site'))
    expect(warnings).toEqual([
      "“Post 1” shows the cover “media/lost-cccccccccccc.png”, which isn't in the library.",
    ])
  })
})

describe('an export that doesn’t end well', () => {
  const withOldSite = async () => {
    const out = join(temporaryFolder(), 'site')
    await run(library, out)
    return { out, before: contentsOf(out) }
  }
  const changed = { ...library, posts: posts.map((post) => ({ ...post, title: `${post.title}!` })) }

  it('cancelled at any moment leaves the old site', async () => {
    const { out, before } = await withOldSite()
    for (const at of [0, 1, 20, 30]) {
      const cancel = new AbortController()
      let reports = 0
      const onProgress = () => reports++ === at && cancel.abort()
      const outcome = run(changed, out, { signal: cancel.signal, onProgress })
      await expect(outcome).rejects.toMatchObject({ code: 'cancelled' })
      expect(contentsOf(out)).toEqual(before)
    }
  })

  it('on a full disk leaves the old site and says so', async () => {
    const { out, before } = await withOldSite()
    const outcome = run(changed, out, { files: faultyDisk(20, 'ENOSPC').operations })
    await expect(outcome).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('unchanged'),
    })
    expect(contentsOf(out)).toEqual(before)
  })

  it('without permission leaves the old site and says so', async () => {
    const { out, before } = await withOldSite()
    const outcome = run(changed, out, { files: faultyDisk(50, 'EACCES').operations })
    await expect(outcome).rejects.toMatchObject({ code: 'no-permission' })
    expect(contentsOf(out)).toEqual(before)
  })

  it('in a folder of others changes nothing', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'thesis.txt'), 'years of work')
    await expect(run(library, out)).rejects.toMatchObject({ code: 'not-our-folder' })
    expect(contentsOf(out)).toEqual({ 'thesis.txt': 'years of work' })
  })

  it('for a theme that is broken names the file and the line, and leaves the old site', async () => {
    const { out, before } = await withOldSite()
    const broken = temporaryFolder()
    mkdirSync(join(broken, 'layouts'))
    writeFileSync(join(broken, 'theme.yaml'), 'name: Broken\nstyles: []\nwords: { en: {} }\n')
    for (const name of ['index', 'series', 'tag', 'tags', 'archive', 'author', 'search', '404'])
      writeFileSync(join(broken, `layouts/${name}.liquid`), '')
    writeFileSync(join(broken, 'layouts/post.liquid'), '<p>\n{{ post.nonsense }}')
    mkdirSync(join(broken, 'assets'))
    await expect(run(library, out, { themeFolder: broken })).rejects.toMatchObject({
      code: 'theme',
      message: expect.stringContaining('layouts/post.liquid, line 2: undefined variable: post.nonsense'),
    })
    expect(contentsOf(out)).toEqual(before)
  })
})

it('reports steps with numbers that grow', async () => {
  const reports: ExportProgress[] = []
  await run(withoutSearch, join(temporaryFolder(), 'site'), {
    onProgress: (progress) => reports.push(progress),
  })
  expect([...new Set(reports.map((report) => report.step))]).toEqual([
    'Reading posts',
    'Rendering pages',
    'Making pictures',
    'Switching to the new site',
  ])
  const rendered = reports.filter((report) => report.step === 'Rendering pages')
  expect(
    rendered.every(
      ({ done, total }, index) =>
        done <= total &&
        done >= (rendered[index - 1]?.done ?? 0) &&
        total >= (rendered[index - 1]?.total ?? 0),
    ),
  ).toBe(true)
  expect(rendered.at(-1)).toMatchObject({ done: rendered.at(-1)?.total })
})
