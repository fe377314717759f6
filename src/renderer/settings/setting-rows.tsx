import type { ComponentType } from 'react'
import { languages, type Term, term } from '../../words'
import type { Preferences } from '../app/preferences'
import { rules } from '../prose/hints/rules'
import { OwnWords, RuleSwitch, SpellingLanguages } from '../prose/prose-settings'
import { BackupsRow, SiteRow, SiteText } from './library-rows'

/** One setting: what it is called, a sentence on what it does, and how it is changed. */
export type SettingRow = {
  /** Stable, one of a kind. */
  readonly id: string
  readonly name: Term
  readonly hint: Term
} & (
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'switch' }
  /** What draws itself; it is given the name and the sentence, said. */
  | { readonly kind: 'own'; readonly Control: ComponentType<OwnProps> }
)

interface OwnProps {
  readonly label: string
  readonly hint: string
}

interface Option {
  readonly value: string | number
  /** Said; or a name that is the same in every language. */
  readonly name: Term | { readonly plain: string }
}

export interface SettingSection {
  readonly id: string
  readonly title: Term
  /** Whether it stays on this machine or is part of the library and goes where that goes. */
  readonly isOfLibrary: boolean
  readonly rows: readonly SettingRow[]
}

/** A preference that is one of a few values. */
function choice<Name extends keyof Preferences>(
  id: Name,
  name: Term,
  hint: Term,
  options: readonly (readonly [Preferences[Name] & (string | number), Option['name']])[],
): SettingRow {
  return {
    kind: 'choice',
    id,
    name,
    hint,
    options: options.map(([value, label]) => ({ value, name: label })),
  }
}

type SwitchName = {
  [Name in keyof Preferences]: Preferences[Name] extends boolean ? Name : never
}[keyof Preferences]
const toggle = (id: SwitchName, name: Term, hint: Term): SettingRow => ({ kind: 'switch', id, name, hint })

const own = (id: string, name: Term, hint: Term, Control: ComponentType<OwnProps>): SettingRow => ({
  kind: 'own',
  id,
  name,
  hint,
  Control,
})

const plain = (name: string) => ({ plain: name })

const look: SettingSection = {
  id: 'look',
  title: term('Look and language'),
  isOfLibrary: false,
  rows: [
    choice('appearance', term('Appearance'), term('Light, dark, or as the system has it at the time.'), [
      ['system', term('[appearance] System')],
      ['light', term('[appearance] Light')],
      ['dark', term('[appearance] Dark')],
    ]),
    choice('language', term('Language of Longhand'), term('Of menus and messages; posts have their own.'), [
      ['', term('As the system')],
      ...Object.entries(languages).map(
        ([code, name]) => [code as keyof typeof languages, plain(name)] as const,
      ),
    ]),
  ],
}

const writing: SettingSection = {
  id: 'writing',
  title: term('Writing'),
  isOfLibrary: false,
  rows: [
    choice('editorFont', term('Editor font'), term('What the text is written in; the site has its own.'), [
      ['serif', term('[font] Serif')],
      ['sans', term('[font] Sans')],
      ['mono', term('[font] Monospace')],
    ]),
    choice(
      'editorSize',
      term('Size of the text'),
      term('In the editor alone; the whole window has its zoom.'),
      [14, 15, 16, 17, 18, 20, 22, 24].map((size) => [size, plain(`${size} px`)] as const),
    ),
    choice('lineWidth', term('Length of a line'), term('How wide the column of text becomes at most.'), [
      ['narrow', term('[width] Narrow')],
      ['medium', term('[width] Medium')],
      ['wide', term('[width] Wide')],
    ]),
    choice(
      'editorTheme',
      term('Editor theme'),
      term('The colours of the page that one writes on, by day and by night.'),
      [
        ['plain', term('[theme] Plain')],
        ['sepia', term('[theme] Sepia')],
        ['sea', term('[theme] Sea')],
        ['contrast', term('[theme] High contrast')],
      ],
    ),
    toggle(
      'areMarksHidden',
      term('Hide marks while reading'),
      term('Away from the cursor headings are large, links short and pictures in place. No byte changes.'),
    ),
    choice('focusUnit', term('Focus on'), term('What stays lit when focus is switched on.'), [
      ['sentence', term('[focus] Sentence')],
      ['paragraph', term('[focus] Paragraph')],
      ['section', term('[focus] Section')],
    ]),
    toggle(
      'isTypewriter',
      term('Typewriter scrolling'),
      term('The line that is written stays in the middle of the window.'),
    ),
    toggle(
      'isFormatBarShown',
      term('Format bar'),
      term('Buttons above the text for what the keys do as well.'),
    ),
    toggle('isVim', term('Vim keys'), term('For those who write by them; :w marks a version.')),
  ],
}

const prose: SettingSection = {
  id: 'prose',
  title: term('Spelling and style'),
  isOfLibrary: false,
  rows: [
    own(
      'spelling',
      term('Spelling'),
      term('In what you write, not in code and addresses; in several languages at once.'),
      () => <SpellingLanguages />,
    ),
    ...rules.map(({ id, name, hint }) =>
      own(`rule-${id}`, name, hint, (props) => <RuleSwitch rule={id} {...props} />),
    ),
  ],
}

const library: SettingSection = {
  id: 'library',
  title: term('Library'),
  isOfLibrary: true,
  rows: [
    own(
      'site-title',
      term('Name of the site'),
      term('Stands above the list of places and on every page.'),
      (props) => <SiteText name="title" {...props} />,
    ),
    own('site-author', term('Author'), term('Who is named on posts and in feeds.'), (props) => (
      <SiteText name="author" {...props} />
    )),
    own(
      'site-language',
      term('Language of the posts'),
      term('For posts that have none of their own: en, de, pt-BR.'),
      (props) => <SiteText name="language" {...props} />,
    ),
    own(
      'own-words',
      term('My dictionary'),
      term('Words that you added; right at every machine that has this library.'),
      () => <OwnWords />,
    ),
    own('site', term('Site'), term('Look, menu, addresses and what readers get.'), SiteRow),
    own(
      'backups',
      term('Backups'),
      term('Made every day; where they are kept, and bringing one back.'),
      BackupsRow,
    ),
  ],
}

/** Every setting, by what it is about. A house with settings adds its rows here. */
export const settingSections: readonly SettingSection[] = [look, writing, prose, library]
