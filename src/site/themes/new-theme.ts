import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LonghandError } from '../../document'
import { loadTheme } from '../theme'
import { describeTheme, themeName } from './describe'
import { findTheme, type ThemePlaces } from './find-theme'

/** The layout that a new theme has a copy of, for a beginning. */
const sample = 'partials/bottom.liquid'

/**
 * Makes a theme of the writer's own that extends another, with an explained `theme.yaml`, a style sheet and one layout
 * to change. Returns its folder. Throws `bad-input` when the name can't be had, `theme` when `from` can't be used.
 */
export function newTheme(name: string, from: string, places: ThemePlaces): string {
  if (places.own === undefined) throw new Error('there is no place for a theme of one’s own')
  if (!themeName.safeParse(name).success) {
    throw new LonghandError('bad-input', 'A theme is named with a-z, 0-9 and hyphens.')
  }
  const folder = join(places.own, name)
  if (existsSync(folder)) throw new LonghandError('bad-input', `There is a theme called “${name}” already.`)
  const extended = findTheme(from, places)
  const title = describeTheme(extended).name
  const layout = loadTheme(extended).layouts[sample]
  const files = {
    'theme.yaml': describeNew(name, from, title),
    [`styles/${name}.css`]: styleSheet(title),
    ...(layout === undefined ? {} : { [`layouts/${sample}`]: `${remark(title)}${layout}` }),
  }
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content, { flag: 'wx' })
  }
  return folder
}

const titleOf = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1).replaceAll('-', ' ')

const describeNew = (name: string, from: string, title: string) => `# What the theme is called.
name: ${titleOf(name)}
description:
  en: ${title}, changed.

# Whatever this folder doesn't have comes from there: layouts, style sheets, assets, words, settings.
extends: ${from}

# Cards on a page of a list.
# postsPerPage: 10

# Joined behind the style sheets of ${title}. A style sheet here of the same path as one there takes its place.
styles:
  - styles/${name}.css

# Other defaults for settings of ${title}.
# defaults:
#   cards: text

# Settings of your own: a colour, choice, length, text or switch. A colour and a length become the custom property
# of that name (--ribbon); layouts see all of them as {{ settings.ribbon }}.
# settings:
#   - name: ribbon
#     kind: colour
#     label: { en: Ribbon }
#     default: '#97271b'

# Other words, by language.
# words:
#   en:
#     feed: Follow
`

const styleSheet = (title: string) => `/* What is different from ${title}. Colours, light and dark: */
:root {
  /* --paper: var(--light, #fffdf8) var(--dark, #14130f); */
}
`

const remark = (title: string) =>
  `{% comment %}The foot of every page, as ${title} has it. Change it, or delete it to have that one back.{% endcomment -%}\n`
