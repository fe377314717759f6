import { resolve } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { indexPages } from '../pages'
import { loadTheme } from '../theme'
import { paleColours } from './check-colours'
import { checkTheme } from './check-theme'
import { findTheme, listThemes } from './find-theme'
import { fullMaker, samplePages } from './sample-pages'

const shipped = resolve('resources/themes')
const themes = ['broadsheet', 'column']

describe.each(themes)('the theme %s', (name) => {
  it('has nothing wrong with it', () => {
    expect(checkTheme(name, { shipped })).toEqual([])
  })

  it('has at most 20 kB of styles and 5 kB of script', () => {
    const { assets } = loadTheme(findTheme(name, { shipped }))
    expect(assets.get('site.css')?.bytes.length).toBeLessThanOrEqual(20_000)
    expect(assets.get('site.js')?.bytes.length).toBeLessThanOrEqual(5000)
  })

  it.each(['#ffee00', '#000000', '#ffffff', '#7f7f7f', '#1234ff'])(
    'can be read in the accent %s',
    (accent) => {
      const { assets } = loadTheme(findTheme(name, { shipped }), { accent })
      expect(paleColours(assets.get('site.css')?.bytes.toString() ?? '')).toEqual([])
    },
  )
})

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: { 'valid-id': ['error', { relaxed: true }], 'long-title': 'off' },
})

describe.each(themes)('a page of %s', (name) => {
  const theme = loadTheme(findTheme(name, { shipped }))
  const kinds = [...new Map([...samplePages(theme)].map((page) => [kindOf(page), page])).values()]

  it.each(kinds.map((page) => [page.path, page] as const))(
    'at %s is valid HTML, its parts named',
    async (_, page) => {
      const report = await validator.validateString(page.render())
      const messages = report.results.flatMap((result) => result.messages)
      expect(messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual([])
    },
  )

  it('says to readers of microformats what it is', () => {
    const post = kinds.map((page) => page.render()).find((html) => html.includes('dt-updated')) ?? ''
    for (const part of [
      'h-entry',
      'p-name',
      'u-url',
      'dt-published',
      'e-content',
      'p-category',
      'p-author h-card',
    ])
      expect(post).toMatch(new RegExp(`class="[^"]*\\b${part}\\b`))
    expect(post).toContain('<a class="u-url" href="/blog/posts/')
  })
})

/** Pages of one kind differ in their numbers and in whether the site has anything. */
function kindOf({ path, isFull }: { readonly path: string; readonly isFull: boolean }): string {
  return `${path.replace(/[\d-]+/g, '')} ${isFull}`
}

describe('the front page of Broadsheet', () => {
  it('asks for a larger picture for the story that leads, in every format', () => {
    const maker = fullMaker(loadTheme(findTheme('broadsheet', { shipped })))
    const sources = ['avif', 'webp'].map((type) => ({ type: `image/${type}`, srcset: `/a.${type} 800w` }))
    const cover = { src: '/a.png', srcset: '/a.png 800w', width: 3, height: 2, sources }
    const [front] = [...indexPages(maker)].map((page) =>
      page.render((post) => ({ post, cover, excerpt: post.summary })),
    )
    const sizes = [...(front ?? '').matchAll(/sizes="[^"]*?(\d+rem), 100vw"/g)].map(([, size]) => size)
    expect(sizes.slice(0, 6)).toEqual(['40rem', '40rem', '40rem', '24rem', '24rem', '24rem'])
    expect(front?.match(/fetchpriority="high"/g)).toHaveLength(1)
  })
})

describe('the themes that ship', () => {
  it('are offered by name with their settings; what they are made of is not', () => {
    const offered = listThemes({ shipped })
    expect(offered.map((theme) => [theme.name, theme.title, theme.problem])).toEqual([
      ['broadsheet', 'Broadsheet', null],
      ['column', 'Column', null],
    ])
    const names = ['font', 'size', 'width', 'cards', 'contents', 'toggle', 'notice', 'accent']
    for (const { settings } of offered) expect(settings.map((setting) => setting.name)).toEqual(names)
  })
})

describe('the check of colours', () => {
  it('finds pale ones, however light and dark are told apart', () => {
    const found = (css: string) => paleColours(css).map(({ text, scheme }) => `${text} ${scheme}`)
    expect(found(':root{--paper:#fff;--ink:#aaa}')).toEqual(['ink light', 'ink dark'])
    expect(found(':root{--paper:#fff;--ink:light-dark(#000,#eee)}')).toEqual(['ink dark'])
    expect(found(':root{--paper:#fff;--ink:var(--light,#eee) var(--dark,#000)}')).toEqual(['ink light'])
    expect(
      found(':root{--paper:#fff;--ink:#000}@media (prefers-color-scheme:dark){:root{--paper:#000}}'),
    ).toEqual(['ink dark'])
    expect(found(':root{--paper:#fff;--grey:#ddd;--ink:var(--grey)}')).toEqual(['ink light', 'ink dark'])
  })
})
