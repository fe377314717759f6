import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder'
import { loadTheme } from '../theme'
import { checkTheme } from './check-theme'
import { findTheme, listThemes } from './find-theme'
import { newTheme } from './new-theme'

const shipped = resolve('resources/themes')

function write(folder: string, files: Record<string, string>): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

const ownWith = (files: Record<string, string>) => ({ shipped, own: write(temporaryFolder(), files) })

describe('a theme of one’s own', () => {
  it('has what it brings, and everything else from the one it extends', () => {
    const places = ownWith({
      'mine/theme.yaml': 'name: Mine\nextends: column\npostsPerPage: 3\nwords: {en: {feed: Follow}}\n',
      'mine/layouts/404.liquid': 'gone',
      'mine/styles/page.css': '.mine { top: 0 }',
    })
    const mine = loadTheme(findTheme('mine', places))
    const column = loadTheme(findTheme('column', places))
    expect(mine.layouts['404.liquid']).toBe('gone')
    expect(mine.layouts['post.liquid']).toBe(column.layouts['post.liquid'])
    expect(mine.assets.get('site.css')?.bytes.toString()).toContain('.mine{top:0}')
    expect(mine.words('en')).toMatchObject({ feed: 'Follow', tags: 'Tags' })
    expect(mine.words('de')).toMatchObject({ feed: 'Feed', tags: 'Themen' })
    expect([mine.postsPerPage, mine.settings.cards]).toEqual([3, 'text'])
    expect(mine.fingerprint).not.toBe(column.fingerprint)
  })

  it('may have the name of one that ships, and extend it', () => {
    const places = ownWith({
      'column/theme.yaml': 'name: My Column\nextends: column\ndefaults: {cards: compact}\n',
    })
    expect(findTheme('column', places)).toHaveLength(3)
    expect(loadTheme(findTheme('column', places)).settings.cards).toBe('compact')
    expect(listThemes(places).map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['broadsheet', false],
      ['column', true],
    ])
  })

  it.each([
    ['extends itself', { 'a/theme.yaml': 'name: A\nextends: a' }, 'there is no other theme called “a”'],
    [
      'is extended by what it extends',
      { 'a/theme.yaml': 'name: A\nextends: b', 'b/theme.yaml': 'name: B\nextends: a' },
      'there is no other theme called “a”',
    ],
    [
      'extends what isn’t there',
      { 'a/theme.yaml': 'name: A\nextends: z' },
      'there is no other theme called “z”',
    ],
    ['extends a path', { 'a/theme.yaml': 'name: A\nextends: ../b' }, 'A theme is named by its folder'],
    [
      'gives a setting a value it can’t have',
      { 'a/theme.yaml': 'name: A\nextends: column\ndefaults: {cards: huge}' },
      'defaults.cards',
    ],
  ])('that %s is refused with a sentence, and listed with it', (_, files, sentence) => {
    const places = ownWith(files as Record<string, string>)
    expect(() => loadTheme(findTheme('a', places))).toThrow(sentence)
    expect(listThemes(places).find(({ name }) => name === 'a')?.problem).toContain(sentence)
    expect(checkTheme('a', places)).toMatchObject([{ severity: 'error', file: 'theme.yaml' }])
  })

  it.each(['../column', 'a/../column', '/etc', '', '.', '..', 'Column', '__proto__', 'x\0'])(
    'is not found as “%s”',
    (name) => {
      expect(() => findTheme(name, { shipped })).toThrow('There is no theme called')
    },
  )

  it('that is a link, or has linked folders, gives nothing of what is behind', () => {
    const places = ownWith({ 'a/theme.yaml': 'name: A\nextends: column\nstyles: [linked/secret.css]' })
    const elsewhere = write(temporaryFolder(), { 'secret.css': 'x', 'theme.yaml': 'name: X' })
    symlinkSync(elsewhere, join(places.own, 'linked'))
    symlinkSync(elsewhere, join(places.own, 'a', 'linked'))
    expect(() => findTheme('linked', places)).toThrow('There is no theme called')
    expect(() => loadTheme(findTheme('a', places))).toThrow('linked/secret.css can')
  })
})

describe('a new theme', () => {
  it('extends another, is in order, and is not made twice', () => {
    const places = { shipped, own: join(temporaryFolder(), 'themes') }
    const folder = newTheme('field-notes', 'broadsheet', places)
    expect(folder).toBe(join(places.own, 'field-notes'))
    expect(checkTheme('field-notes', places)).toEqual([])
    expect(loadTheme(findTheme('field-notes', places)).name).toBe('Field notes')
    expect(() => newTheme('field-notes', 'column', places)).toThrow('already')
    expect(() => newTheme('../x', 'column', places)).toThrow('named with a-z')
    expect(() => newTheme('x', 'nonsense', places)).toThrow('There is no theme called “nonsense”')
  })
})

describe('the check of a theme', () => {
  it.each([
    ['an unknown value', '\n{{ nonsense }}', 2, 'The layout gets no value called “nonsense”'],
    ['an unknown value where nothing leads', '{% if false %}\n{{ post.x }}{% endif %}', 2, 'called “post”'],
    ['a word that isn’t there', '{{ words.nonsense }}', 1, 'There is no “words.nonsense”'],
    ['a setting that isn’t there', '{% if settings.nonsense %}{% endif %}', 1, 'no “settings.nonsense”'],
    ['something the site doesn’t have', '\n\n{{ site.nonsense }}', 3, 'There is no “site.nonsense”'],
    ['an asset that isn’t there', "{{ 'x.svg' | asset }}", 1, 'no asset “x.svg”'],
    ['a tag that isn’t closed', '{% if posts %}', 1, 'not closed'],
  ])('names %s with file and line', (_, layout, line, message) => {
    const places = ownWith({
      'mine/theme.yaml': 'name: Mine\nextends: column\n',
      'mine/layouts/tags.liquid': layout,
    })
    expect(checkTheme('mine', places)).toContainEqual({
      severity: 'error',
      file: 'layouts/tags.liquid',
      line,
      message: expect.stringContaining(message),
    })
  })

  it('names colours that can’t be read, and words that a language lacks', () => {
    const places = ownWith({
      'mine/theme.yaml': 'name: Mine\nextends: column\nstyles: [a.css]\nwords: {en: {more: More}}\n',
      'mine/a.css': ':root {\n  --muted: var(--light, #aaaaaa) var(--dark, #a0a7b2);\n}\n',
    })
    const findings = checkTheme('mine', places)
    expect(findings).toContainEqual({
      severity: 'error',
      file: 'a.css',
      line: 2,
      message: 'In light colours, --muted on --paper has a contrast of 2.32; it needs 4.5',
    })
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'note', message: 'The words in de lack more; English stands in' }),
    )
  })
})
