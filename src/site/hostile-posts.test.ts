import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Post } from '../document'
import { attacks } from '../markdown/safety/attacks'
import { randomCases } from '../random-cases'
import { SiteRenderer } from './build/site-renderer'
import { exportSite } from './export-site'
import { dangersOf, unclosedIn } from './page-dangers'
import { parseXml } from './parse-xml'
import { type SampleLibrary, sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { contentsOf, temporaryFolder } from './temporary-folder'
import { loadTheme, type Theme } from './theme'

/** Few in every run, 10,000 with `LONGHAND_FUZZ=10000`. */
const runs = Number(process.env.LONGHAND_FUZZ ?? randomCases(300))
const isLong = runs >= 10_000

const folderOf = (theme: string) => resolve('resources/themes', theme)
const themes = ['broadsheet', 'column'].map((name) => loadTheme(folderOf(name)))

/** What a theme's language would make of it; it must stand there as it was written. */
const liquid = [
  '{{ "LIQ" | append: "UID" }}',
  '{%- assign x = 1 -%}',
  "{% include 'base.liquid' %}",
  '{{ head | raw }}',
]
const marks = [
  '\u202e',
  '\u2066',
  '\u2028',
  '\0',
  '\x1b[31m',
  '\ufeff',
  '\ud800',
  '\uffff',
  '\r',
  '&#0;',
  '&lt;',
  ']]>',
  '-->',
  '\'">',
]
const hostileText = fc
  .array(
    fc.oneof(fc.constantFrom(...attacks, ...liquid, ...marks), fc.string({ unit: 'binary', maxLength: 20 })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))
/** Known attacks cut anywhere and put where Markdown reads them otherwise. */
const hostileBody = fc
  .array(
    fc.tuple(
      fc.oneof(
        { arbitrary: hostileText, weight: 3 },
        {
          arbitrary: fc.tuple(fc.constantFrom(...attacks), fc.nat(60)).map(([text, at]) => text.slice(at)),
          weight: 2,
        },
        {
          arbitrary: fc.constantFrom(
            '<svg><style>',
            '<!--',
            '<div',
            '</main></body>',
            '```',
            '$$',
            '<table><tr>',
          ),
          weight: 1,
        },
        {
          arbitrary: fc
            .tuple(fc.constantFrom('> ', '- ', '[', '![', '<b>', '*', '<div>'), fc.nat(400))
            .map(([mark, n]) => mark.repeat(n)),
          weight: 1,
        },
      ),
      fc.constantFrom('', ' ', '\n', '\n\n', '\n> ', '\n- ', '\n    ', '\n\n# ', '\n\n[^1]: ', '|', '`'),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.flat().join(''))

const hostilePost = fc.record({
  title: hostileText,
  summary: hostileText,
  tags: fc.array(
    hostileText.filter((tag) => tag.trim() !== ''),
    { maxLength: 3 },
  ),
  series: fc.option(hostileText.filter((name) => name.trim() !== '')),
  language: fc.option(hostileText),
  cover: fc.option(hostileText),
  canonicalUrl: fc.option(hostileText),
  body: hostileBody,
})
const hostileSite = fc.record({
  title: hostileText,
  tagline: hostileText,
  author: hostileText,
  footer: hostileText,
  fediverse: hostileText,
  menu: fc.array(
    fc.record({ label: hostileText, link: fc.oneof(hostileText, fc.constantFrom(...attacks)) }),
    { maxLength: 2 },
  ),
  social: fc.array(fc.record({ name: hostileText, url: hostileText }), { maxLength: 2 }),
  baseUrl: fc.constantFrom('', 'https://example.org/blog'),
})

/** A site of these posts, whose first pages `rendered` gives. */
function siteOf(
  posts: readonly Partial<Post>[],
  settings: Parameters<typeof sampleLibrary>[1],
): SampleLibrary {
  const others = [samplePost(90), samplePost(91, { kind: 'page', title: 'About', slug: 'about' })]
  return sampleLibrary([...posts.map((fields, n) => samplePost(n + 1, fields)), ...others], settings)
}

function* pagesOf(library: SampleLibrary, theme: Theme): Generator<[string, string]> {
  const snapshot = snapshotOf(library, tmpdir())
  const { settings, tagDescriptions, assets } = library
  const site = new SiteRenderer(
    {
      themeFolder: '',
      libraryPath: '/nowhere',
      ...{ settings, tagDescriptions, assets },
      related: new Map(library.posts.map(({ id }) => [id, library.posts.map((post) => post.id)])),
      formerAddresses: new Map(),
      posts: snapshot.published(),
    },
    undefined,
    undefined,
    theme,
  )
  const excerpts = new Map()
  for (const post of site.plan.byId.values()) {
    const { html, facts } = site.renderPost(post, snapshot.publishedPost(post.id)?.body ?? '', new Map())
    excerpts.set(post.id, facts.excerpt)
    yield [post.path, html]
  }
  for (const path of site.lists().keys()) yield [path, site.renderList(path, excerpts)]
}

function expectHarmless(path: string, html: string): void {
  expect(dangersOf(html), path).toEqual([])
  expect(unclosedIn(html), path).toBeNull()
  expect(html.includes('LIQUID'), path).toBe(false)
  expect(html.trimEnd().endsWith('</body>\n</html>'), path).toBe(true)
}

describe('what looks for dangers', () => {
  it.each([
    '<script>x</script>',
    '<script src=/assets/other.js></script>',
    '<script type="application/ld+json">{</script>',
    '<p onclick=x>',
    '<p style=x>',
    '<a href="java&Tab;script:x">',
    '<a href="data:text/html,x">',
    '<img srcset="/a 1x, data:image/svg+xml;x 2x">',
    '<meta http-equiv=refresh content=0>',
    '<svg><style>',
    '<p>\0</p>',
  ])('sees the danger in %j', (html) => expect(dangersOf(html)).not.toEqual([]))

  it.each(['<p>', '<b><i></b></i>', '</p>'])('sees that %s is not closed', (html) => {
    expect(unclosedIn(html)).not.toBeNull()
  })
})

describe('hostile posts', () => {
  it(
    'run, load and lead nowhere, on no page of a site, whatever stands in which field',
    () => {
      const property = fc.property(
        fc.array(hostilePost, { minLength: 1, maxLength: 2 }),
        hostileSite,
        fc.constantFrom(...themes),
        (posts, settings, theme) => {
          const started = process.cpuUsage()
          for (const [path, html] of pagesOf(siteOf(posts, settings), theme)) expectHarmless(path, html)
          // By the processor's time: a busy machine may let anything wait for seconds.
          expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
        },
      )
      fc.assert(property, { numRuns: runs })
    },
    isLong ? 3_600_000 : 120_000,
  )

  it(
    'make feeds and lists of addresses that are well-formed',
    async () => {
      const property = fc.asyncProperty(
        fc.array(hostilePost, { minLength: 1, maxLength: 8 }),
        hostileSite,
        async (posts, settings) => {
          const folder = temporaryFolder()
          const library = siteOf(posts, { ...settings, search: false, socialImages: false })
          const snapshot = snapshotOf(library, join(folder, 'assets'))
          await exportSite(snapshot, {
            out: join(folder, 'site'),
            libraryPath: join(folder, 'library'),
            themeFolder: folderOf('column'),
          })
          for (const [file, content] of Object.entries(contentsOf(join(folder, 'site')))) {
            const text = Buffer.from(content, 'latin1').toString('utf8')
            if (/\.(xml|svg)$/.test(file)) parseXml(text)
            else if (/\.(json|webmanifest)$/.test(file)) JSON.parse(text)
            else if (file.endsWith('.html')) expectHarmless(file, text)
          }
        },
      )
      await fc.assert(property, { numRuns: Math.ceil(runs / 50) })
    },
    isLong ? 3_600_000 : 120_000,
  )
})

const depth = 10_000
const lineLength = 10_000_000
const shapes: Readonly<Record<string, string>> = {
  'quotations in quotations': `${'>'.repeat(depth)} a`,
  'lists in lists': `${'- '.repeat(depth)}a`,
  'brackets in brackets': `${'['.repeat(depth)}a${']'.repeat(depth)}(b)`,
  'pictures in pictures': `${'![a'.repeat(depth)}${'](b)'.repeat(depth)}`,
  'elements in elements': `${'<div>'.repeat(depth)}a`,
  'inline elements in inline elements': `${'<b><i>'.repeat(depth)}a`,
  'emphasis in emphasis': `${'*a _b '.repeat(depth)}${'_ *'.repeat(depth)}`,
  'drawings in drawings': `${'<svg><g>'.repeat(depth)}<script>1</script>`,
  'formulas in formulas': `$${'{'.repeat(depth)}a${'}'.repeat(depth)}$`,
}
const lines: Readonly<Record<string, string>> = {
  words: 'word ',
  'one word': 'a',
  'opening tags': '<a ',
  'openings of links': '[a](',
  stars: '*a ',
  backticks: '`a``',
  ampersands: '&amp',
  'cells of a table': '|a',
}

describe('a page is made in time, closed and harmless,', () => {
  const page = (body: string) => {
    const started = performance.now()
    const [first] = pagesOf(siteOf([{ body, words: 1 }], {}), themes[0]!)
    return { html: first?.[1] ?? '', ms: performance.now() - started }
  }

  it.each(Object.entries(shapes))(`of ${depth} %s`, (_, body) => {
    const { html, ms } = page(body)
    expectHarmless('', html)
    expect(ms).toBeLessThan(10_000)
  })

  it.each(Object.entries(lines))(
    `of a line of ${lineLength} characters of %s`,
    { tags: ['thorough'], timeout: 180_000 },
    (_, piece) => {
      const { html, ms } = page(piece.repeat(lineLength / piece.length))
      expectHarmless('', html)
      expect(ms).toBeLessThan(60_000)
    },
  )
})
