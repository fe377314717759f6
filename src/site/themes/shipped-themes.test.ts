import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTheme } from '../theme'
import { paleColours } from './check-colours'
import { checkTheme } from './check-theme'
import { findTheme, listThemes } from './find-theme'

const shipped = resolve('resources/themes')
const themes = ['broadsheet', 'column']

describe.each(themes)('the theme %s', (name) => {
  it('has nothing wrong with it', () => {
    expect(checkTheme(name, { shipped })).toEqual([])
  })

  it('has at most 20 kB of styles and 5 kB of script', () => {
    const { assets } = loadTheme(findTheme(name, { shipped }))
    expect(assets.get('site.css')?.bytes.length).toBeLessThanOrEqual(20 * 1024)
    expect(assets.get('site.js')?.bytes.length).toBeLessThanOrEqual(5 * 1024)
  })

  it.each(['#ffee00', '#000000', '#ffffff', '#7f7f7f', '#1234ff'])(
    'can be read in the accent %s',
    (accent) => {
      const { assets } = loadTheme(findTheme(name, { shipped }), { accent })
      expect(paleColours(assets.get('site.css')?.bytes.toString() ?? '')).toEqual([])
    },
  )
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
