import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../library'
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

describe('importFolder', () => {
  it('takes the fields of the front matter and keeps those it has no use for', async () => {
    write({
      'hello.md': post(
        'title: "It’s “quoted”: (really) 🌱"\ndate: 2024-03-01 10:00:00 +0200\ntags: [Rust, sql]\ncategories: Notes\ndescription: Short.\nlayout: post\nweight: 3\nlang: de\ncanonical_url: https://example.org/hello',
      ),
    })
    const report = await importFolder(library, folder)
    expect(report).toEqual({ imported: 1, updated: 0, unchanged: 0, skipped: [], assets: 0, warnings: [] })
    const found = library.post('hello')
    expect(found).toMatchObject({
      title: 'It’s “quoted”: (really) 🌱',
      date: '2024-03-01T10:00:00+02:00',
      tags: ['Notes', 'Rust', 'sql'],
      summary: 'Short.',
      status: 'published',
      language: 'de',
      canonicalUrl: 'https://example.org/hello',
      body: 'Text.\n',
    })
    expect(library.extra(found!.id)).toEqual({ layout: 'post', weight: 3 })
  })

  it('leaves drafts drafts and publishes the rest', async () => {
    write({
      'a.md': post('title: A\ndraft: true'),
      'b.md': post('title: B\ndraft: false'),
      'c.md': post('title: C\npublished: false'),
      'd.md': post('title: D'),
      '_drafts/e.md': post('title: E'),
    })
    await importFolder(library, folder)
    expect(
      library
        .posts({ status: 'draft' })
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['a', 'c', 'e'])
    expect(
      library
        .posts({ status: 'published' })
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['b', 'd'])
  })

  it('reads CRLF, a byte order mark, and titles in any script', async () => {
    write({
      'crlf.md': '\ufeff---\r\ntitle: Привет, мир\r\n---\r\nOne.\r\n\r\nTwo.\r\n',
      'kanji.md': post('title: 日本語の題名'),
    })
    await importFolder(library, folder)
    expect(library.post('crlf')).toMatchObject({ title: 'Привет, мир', body: 'One.\n\nTwo.\n' })
    expect(library.post('kanji')?.title).toBe('日本語の題名')
  })

  it('dates a post by its front matter, its file’s name, or the time of the file', async () => {
    write({
      '2023-05-06-named.md': post('title: Named'),
      'odd.md': post('title: Odd\ndate: 03/04/2024'),
    })
    utimesSync(join(folder, 'odd.md'), new Date('2022-01-02T03:04:05Z'), new Date('2022-01-02T03:04:05Z'))
    const { warnings } = await importFolder(library, folder)
    expect(library.post('named')?.date).toBe('2023-05-06')
    expect(library.post('odd')?.date).toBe('2022-01-02T03:04:05Z')
    expect(warnings.map(({ path }) => path)).toEqual(['odd.md', 'odd.md'])
  })

  it('takes the title from the first heading, which then goes, or from the file’s name', async () => {
    write({
      'one.md': '# A `small` title\n\nText.\n',
      'two.md': post('title: Same', '# Same\n\nText.\n'),
      'three.md': post('title: Other', '# Kept\n\nText.\n'),
      'no-heading-here.md': 'Text.\n',
    })
    await importFolder(library, folder)
    expect(library.post('one')).toMatchObject({ title: 'A small title', body: 'Text.\n' })
    expect(bodyOf('two')).toBe('Text.\n')
    expect(bodyOf('three')).toBe('# Kept\n\nText.\n')
    expect(library.post('no-heading-here')?.title).toBe('No heading here')
  })

  it('numbers slugs that two files ask for, and names bundles by their folder', async () => {
    write({
      'a/same.md': post('title: One'),
      'b/same.md': post('title: Two'),
      'bundle/index.md': post('title: Bundle'),
      'escape.md': post('title: Escape\nslug: ../../etc/passwd'),
    })
    await importFolder(library, folder)
    expect(
      library
        .posts()
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['bundle', 'etc-passwd', 'same', 'same-2'])
  })

  it('takes images in as assets and rewrites what refers to them, outside code', async () => {
    const body = [
      '![Near](./pictures/a%20b.png "Title") and ![angled](<pictures/a b.png>) ![root](/img/c.png)',
      '',
      '`![code](./pictures/d.png)`',
      '',
      '```md\n![code](./pictures/d.png)\n```',
      '',
      '<img alt="raw" src="pictures/d.png">',
      '',
      '[![nested](pictures/d.png)](pictures/d.png) ![ref][r] ![gone](missing.png) ![far](https://example.org/x.png)',
      '',
      '[r]: pictures/d.png "Reference"',
      '',
    ].join('\n')
    write({
      'posts/a.md': post('title: A\ncover:\n  image: pictures/d.png\n  alt: Words', body),
      'posts/pictures/a b.png': png,
      'posts/pictures/d.png': Buffer.concat([png, Buffer.from('d')]),
      'static/img/c.png': Buffer.concat([png, Buffer.from('c')]),
    })
    const report = await importFolder(library, folder)
    expect(report.assets).toBe(3)
    expect(report.warnings.map(({ reason }) => reason)).toEqual([
      'It has no date; the time when the file was last changed was taken.',
      '“missing.png” is missing; the reference stays as it is.',
    ])
    const near = library.post('a')!.body.match(/media\/a-b-[0-9a-f]{12}\.png/)![0]
    const root = library.post('a')!.body.match(/media\/c-[0-9a-f]{12}\.png/)![0]
    const cover = library.post('a')!.cover!
    expect(cover).toMatch(/^media\/d-[0-9a-f]{12}\.png$/)
    expect(bodyOf('a')).toBe(
      body
        .replace('./pictures/a%20b.png', near)
        .replace('<pictures/a b.png>', near)
        .replace('/img/c.png', root)
        .replace('src="pictures/d.png"', `src="${cover}"`)
        .replace('![nested](pictures/d.png)](pictures/d.png)', `![nested](${cover})](${cover})`)
        .replace('[r]: pictures/d.png', `[r]: ${cover}`),
    )
    expect(library.asset(near)).toMatchObject({ type: 'image/png', width: 1 })
  })

  it('finds images in the static folder beside the content that is imported', async () => {
    write({
      'content/posts/a.md': post('title: A', '![x](/img/x.png) ![y](../../secret/y.png)\n'),
      'hugo.toml': '',
      'static/img/x.png': png,
      'secret/y.png': png,
    })
    const report = await importFolder(library, join(folder, 'content/posts'))
    expect(bodyOf('a')).toMatch(
      /^!\[x\]\(media\/x-[0-9a-f]{12}\.png\) !\[y\]\(\.\.\/\.\.\/secret\/y\.png\)\n$/,
    )
    expect(report.warnings.at(-1)?.reason).toContain('lies outside the folder')
  })

  it('rewrites links between posts, however they are written', async () => {
    const links = [
      '[a](./2024-01-02-other.md)',
      '[b](2024-01-02-other.md#part)',
      '[c](../posts/2024-01-02-other.md)',
      '[d]({% post_url 2024-01-02-other %})',
      '[e]({{< ref "2024-01-02-other.md" >}})',
      '[f]({{< relref "/posts/2024-01-02-other.md#part" >}})',
      '[g](/posts/other/)',
      '[h](/2024/01/02/other.html)',
      '[i](/blog/other)',
      '[[The other post]]',
      '[[2024-01-02-other|words]]',
      '[j](/old/address/?x=1#part)',
      '[k](https://example.org/blog/other/)',
      '[l](../other/)',
      '[m](/tags/other/) [n](https://example.com/other) [o](#here) [p](mailto:a@example.org)',
    ]
    write({
      'posts/first.md': post('title: First\ndate: 2024-01-01', `${links.join('\n')}\n`),
      'posts/2024-01-02-other.md': post(
        'title: The other post\naliases: [/old/address/]\ncanonical: https://example.org/blog/other',
      ),
    })
    const report = await importFolder(library, folder)
    expect(report.warnings).toEqual([])
    expect(bodyOf('first')!.trim().split('\n')).toEqual([
      '[a](other.md)',
      '[b](other.md#part)',
      '[c](other.md)',
      '[d](other.md)',
      '[e](other.md)',
      '[f](other.md#part)',
      '[g](other.md)',
      '[h](other.md)',
      '[i](other.md)',
      '[The other post](other.md)',
      '[words](other.md)',
      '[j](other.md#part)',
      '[k](other.md)',
      '[l](other.md)',
      links.at(-1),
    ])
  })

  it('skips what can’t be a post, says why, and takes the rest', async () => {
    write({
      'good.md': post('title: Good\ndate: 2024-01-01'),
      'binary.md': Buffer.from([0x23, 0x00, 0x01, 0x02]),
      'latin1.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]),
      'empty.md': '',
      'huge.md': Buffer.alloc(50 * 1024 * 1024, 'a'),
      'bomb.md': post(
        `a: &a [x, x]\n${'bcdefghij'
          .split('')
          .map((name, index) => `${name}: &${name} [*${'abcdefghi'[index]}, *${'abcdefghi'[index]}]`)
          .join('\n')}`,
      ),
      'list.md': post('- a\n- b'),
      'broken.md': post('title: Fine\ntags: [a, b\nother: 1'),
      'open.md': '---\ntitle: Cut off\n',
      'large.md': post(`title: Large\nnotes: ${'x'.repeat(65 * 1024)}`),
      '.hidden/hidden.md': 'Hidden.',
      'node_modules/package/readme.md': 'Foreign.',
    })
    symlinkSync('/etc/hostname', join(folder, 'outside.md'))
    symlinkSync(folder, join(folder, 'loop'))
    symlinkSync(join(folder, 'nothing'), join(folder, 'nowhere.md'))
    const report = await importFolder(library, folder)
    expect(library.posts().map(({ slug }) => slug)).toEqual(['good'])
    expect(Object.fromEntries(report.skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      'binary.md': 'It is binary, not text.',
      'bomb.md': 'Its front matter uses YAML aliases, which are refused.',
      'broken.md': expect.stringMatching(/^Its front matter can’t be read in line \d, “/),
      'empty.md': 'It is empty.',
      'huge.md': 'It has 50.0 MB; a post can have at most 10 MB.',
      'large.md': 'Its front matter is larger than 64 KB.',
      'latin1.md': 'It is not in UTF-8; save it as UTF-8 and import again.',
      'list.md': 'Its front matter is not a list of names and values.',
      'nowhere.md': 'It is a link that leads nowhere (ENOENT).',
      'open.md': 'Its front matter has no end: a line with “---” is missing.',
      'outside.md': 'It is a link to a place outside the folder.',
    })
  })

  it('takes one file alone', async () => {
    write({ 'a.md': post('title: A'), 'b.md': post('title: B') })
    expect(await importFolder(library, join(folder, 'a.md'))).toMatchObject({ imported: 1 })
    expect(await importFolder(library, folder)).toMatchObject({ imported: 1, unchanged: 1 })
  })

  it('refuses a path that is not there or no folder of Markdown', async () => {
    write({ 'picture.png': png })
    await expect(importFolder(library, join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(importFolder(library, join(folder, 'picture.png'))).rejects.toMatchObject({
      code: 'bad-input',
    })
  })

  it('stops when it is told to and keeps what had come in', async () => {
    write(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`post-${n}.md`, post(`title: Post ${n}`)])),
    )
    const stop = new AbortController()
    const running = importFolder(library, folder, {
      signal: stop.signal,
      onProgress: ({ step, done }) => {
        if (step === 'Importing posts' && done === 45) stop.abort()
      },
    })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(library.posts()).toHaveLength(40)
    expect(await importFolder(library, folder)).toMatchObject({ imported: 20, unchanged: 40 })
  })

  it('leaves out a README without front matter, unless it is asked for', async () => {
    write({ 'README.md': '# How to build\n', 'notes/readme.md': post('title: Read me') })
    const report = await importFolder(library, folder)
    expect(report).toMatchObject({ imported: 1, skipped: [{ path: 'README.md' }] })
    expect(await importFolder(library, join(folder, 'README.md'))).toMatchObject({ imported: 1, skipped: [] })
  })

  it('finds a picture whose name has its accents apart', async () => {
    write({
      'a.md': post('title: A', '![x](bücher.png)\n'.normalize('NFC')),
      ['bücher.png'.normalize('NFD')]: png,
    })
    expect(await importFolder(library, folder)).toMatchObject({ assets: 1 })
  })
})
