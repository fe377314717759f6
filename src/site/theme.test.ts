import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../random-cases'
import { prepareTemplates } from './templates'
import { temporaryFolder } from './temporary-folder'
import { loadTheme } from './theme'
import { themeFile } from './theme-file'

const whole = {
  'theme.yaml':
    'name: Test\nstyles: [a.css, b.css]\nwords:\n  en: { tags: Tags, feed: Feed }\n  de: { tags: Themen }\n',
  'a.css': 'a{}',
  'b.css': 'b{}',
  'assets/icon.svg': '<svg/>',
  'layouts/index.liquid': '{{ title }}',
  'layouts/post.liquid': '',
  'layouts/series.liquid': '',
  'layouts/tag.liquid': '',
  'layouts/tags.liquid': '',
  'layouts/archive.liquid': '',
  'layouts/author.liquid': '',
  'layouts/search.liquid': '',
  'layouts/404.liquid': '',
}

function themeWith(files: Record<string, string | null>): string {
  const folder = temporaryFolder()
  for (const [file, content] of Object.entries({ ...whole, ...files })) {
    if (content === null) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

const render = (files: Record<string, string>, values: object = {}) =>
  prepareTemplates(loadTheme(themeWith(files)), (name) => `/assets/${name}`).render('index', values)

describe('a theme', () => {
  it('has its styles joined, its assets named by their content, its words by language', () => {
    const theme = loadTheme(themeWith({}))
    expect(theme.assets.get('site.css')?.bytes.toString()).toBe('a{}b{}')
    expect(theme.assets.get('site.css')?.path).toMatch(/^\/assets\/site-[0-9a-f]{10}\.css$/)
    expect([...theme.assets.keys()]).toEqual(['site.css', 'icon.svg'])
    expect(theme.words('de-CH')).toEqual({ tags: 'Themen', feed: 'Feed' })
    expect(theme.words('pl')).toEqual({ tags: 'Tags', feed: 'Feed' })
  })

  it.each([
    ['no theme.yaml', { 'theme.yaml': null }, 'theme.yaml can'],
    ['a theme.yaml that isn’t YAML', { 'theme.yaml': 'a: [' }, 'theme.yaml is not valid YAML'],
    ['a YAML bomb', { 'theme.yaml': 'a: &a [x]\nname: *a\n' }, 'theme.yaml is not valid YAML'],
    [
      'a style outside the theme',
      { 'theme.yaml': 'name: T\nstyles: [../../x.css]\nwords: {en: {}}' },
      'theme.yaml, styles.0',
    ],
    [
      'a setting nobody knows',
      { 'theme.yaml': 'name: T\nstyles: []\nscript: x\nwords: {en: {}}' },
      'theme.yaml, top level',
    ],
    ['no English', { 'theme.yaml': 'name: T\nstyles: []\nwords: {de: {}}' }, 'English'],
    ['a missing style', { 'a.css': null }, 'a.css can'],
    ['a missing layout', { 'layouts/tag.liquid': null }, 'layouts/tag.liquid is missing'],
  ])('with %s is refused with a sentence', (_, files, sentence) => {
    const load = () => loadTheme(themeWith(files as Record<string, string | null>))
    expect(load).toThrow(
      expect.objectContaining({ code: 'theme', message: expect.stringContaining(sentence) }),
    )
  })

  it('follows no link out of its folder', () => {
    const folder = themeWith({})
    symlinkSync('/etc/passwd', join(folder, 'assets/passwd'))
    symlinkSync('/etc', join(folder, 'layouts/etc'))
    expect([...loadTheme(folder).assets.keys()]).not.toContain('passwd')
    expect(Object.keys(loadTheme(folder).layouts).sort()).toEqual([
      '404.liquid',
      'archive.liquid',
      'author.liquid',
      'index.liquid',
      'post.liquid',
      'search.liquid',
      'series.liquid',
      'tag.liquid',
      'tags.liquid',
    ])
  })
})

describe('theme.yaml', () => {
  it('whatever it holds, is read or refused with a sentence', () => {
    const folder = themeWith({})
    const key = fc.constantFrom(
      'name',
      'styles',
      'words',
      'settings',
      'extends',
      'defaults',
      '__proto__',
      'base',
    )
    const setting = fc.record({
      name: fc.string(),
      kind: fc.constantFrom('colour', 'choice', 'x'),
      default: fc.jsonValue(),
    })
    const document = fc.oneof(
      fc.string(),
      fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.array(setting))).map((value) => JSON.stringify(value)),
      fc
        .dictionary(key, fc.jsonValue())
        .map((value) => JSON.stringify({ name: 'X', styles: [], words: { en: {} }, ...value })),
    )
    fc.assert(
      fc.property(document, (source) => {
        writeFileSync(join(folder, 'theme.yaml'), source)
        try {
          expect(loadTheme(folder).name).not.toBe('')
        } catch (error) {
          expect(error).toMatchObject({ code: 'theme', message: expect.stringContaining("can't be used") })
        }
      }),
      { numRuns: randomCases(500) },
    )
  })
})

describe('a style sheet', () => {
  it('names files of the theme, which stand beside it on the site and in a preview', () => {
    const folder = themeWith({
      'a.css': '@font-face{src:url("asset:fonts/ab.woff2")}',
      'assets/fonts/ab.woff2': 'font',
      'b.css': 'b{c:url(asset:icon.svg)}',
    })
    const css = loadTheme(folder).assets.get('site.css')?.bytes.toString() ?? ''
    const icon = /b\{c:url\((icon-[0-9a-f]{10}\.svg)\)\}/.exec(css)?.[1] ?? ''
    expect(loadTheme(folder).assets.get('icon.svg')?.path).toBe(`/assets/${icon}`)
    expect(themeFile(folder, icon)?.type).toBe('image/svg+xml')
  })

  it('can’t name one that isn’t there', () => {
    expect(() => loadTheme(themeWith({ 'a.css': 'a{b:url(asset:../theme.yaml)}' }))).toThrow(
      'a.css names the asset “../theme.yaml”',
    )
  })
})

describe('a layout', () => {
  it('escapes every value unless told not to', () => {
    expect(
      render({ 'layouts/index.liquid': '{{ a }}|{{ a | raw }}|{{ b }}' }, { a: '<b title="x">', b: null }),
    ).toBe('&lt;b title=&quot;x&quot;&gt;|<b title="x">|')
  })

  it('sees no inherited property', () => {
    expect(() => render({ 'layouts/index.liquid': '{{ a.constructor.name }}' }, { a: {} })).toThrow(
      'undefined variable',
    )
    expect(() => render({ 'layouts/index.liquid': '{% render "constructor" %}' })).toThrow(
      'layouts/index.liquid, line 1',
    )
  })

  it.each([
    [
      'an unknown filter',
      'x\n{{ a | nonsense }}',
      'layouts/index.liquid, line 2: undefined filter: nonsense',
    ],
    ['an unknown value', '\n\n{{ nonsense }}', 'layouts/index.liquid, line 3: undefined variable: nonsense'],
    ['a tag that isn’t closed', '{% if a %}', 'layouts/index.liquid, line 1: tag {% if a %} not closed'],
    ['a file outside', '{% render "../../../etc/passwd" %}', 'layouts/index.liquid, line 1: ENOENT'],
    ['the clock', "{{ 'now' | date: '%s' }}", 'layouts/index.liquid, line 1: undefined filter: date'],
    ['chance', '{{ a | sample }}', 'layouts/index.liquid, line 1: undefined filter: sample'],
    ['a loop without end', '{% for i in (1..1000000000) %}{% endfor %}', 'memory alloc limit'],
    [
      'text that doubles',
      '{% assign t = "x" %}{% for i in (1..100) %}{% assign t = t | append: t %}{% endfor %}',
      'limit exceeded',
    ],
    ['a layout that renders itself', '{% render "index.liquid" %}', 'layouts/index.liquid'],
  ])('with %s is stopped, the file and line named', (_, source, sentence) => {
    const run = () => render({ 'layouts/index.liquid': source }, { a: ['<'] })
    expect(run).toThrow(
      expect.objectContaining({ code: 'theme', message: expect.stringContaining(sentence) }),
    )
  })

  it('names the partial that is at fault', () => {
    const files = {
      'layouts/index.liquid': '{% render "partials/card.liquid" %}',
      'layouts/partials/card.liquid': '\n{{ nonsense }}',
    }
    expect(() => render(files)).toThrow('layouts/partials/card.liquid, line 2')
  })

  it('gets the link to an asset, and an error for one that isn’t there', () => {
    expect(render({ 'layouts/index.liquid': "{{ 'icon.svg' | asset }}" })).toBe('/assets/icon.svg')
    const templates = prepareTemplates(
      loadTheme(themeWith({ 'layouts/index.liquid': "{{ 'x' | asset }}" })),
      () => undefined,
    )
    expect(() => templates.render('index', {})).toThrow('the theme has no asset “x”')
  })
})
