import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { findSaidTexts, textsOf } from './said-texts'

const root = join(import.meta.dirname, '..')
const said = findSaidTexts(root)
const texts = [...new Set(said.map(({ text }) => text))]

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** What a message needs, by kind: `count:plural`, `title:value`, `b:tag`. */
function needs(message: string, language: string): readonly string[] {
  const kinds = ['', 'value', 'value', 'value', 'value', 'select', 'plural', '', 'tag']
  const walk = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => {
      const kind = kinds[part.type] ?? ''
      const inside = 'options' in part ? Object.values(part.options).flatMap(({ value }) => walk(value)) : []
      const within = 'children' in part ? walk(part.children) : []
      const own = kind !== '' && 'value' in part ? [`${part.value}:${kind}`] : []
      return [...own, ...inside, ...within]
    })
  return [...new Set(walk(new IntlMessageFormat(message, language).getAst()))].sort()
}

const needsText = (text: string) => needs(text.replace(/^\[[^\]]*\] /, ''), 'en')

describe('the texts in the code', () => {
  it('are messages that are given what they need', () => {
    const wrong = said.flatMap(({ text, place, values }) => {
      const names = needsText(text).map((need) => need.split(':')[0] ?? '')
      const given = values ?? names
      return names.toString() === [...given].sort().toString()
        ? []
        : [
            `${place}: “${text}” needs ${names.join(', ') || 'nothing'} and is given ${given.join(', ') || 'nothing'}`,
          ]
    })
    expect(wrong).toEqual([])
  })
})

function heardOf(language: string): readonly string[] {
  const file = join(root, 'src/words', language, 'heard.json')
  return Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()
}

describe.each(['de', 'fr'])('the catalogue of %s', (language) => {
  const folder = join(root, 'src/words', language)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const entries = files.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>).map(
      ([text, translation]) => ({ file, text, translation }),
    ),
  )

  it('has every text of the code', () => {
    const known = new Set(entries.map(({ text }) => text))
    const missing = texts.filter((text) => !known.has(text))
    expect(missing.map((text) => `${text}   (${said.find((one) => one.text === text)?.place})`)).toEqual([])
  })

  it('has no text that nothing says, and none twice', () => {
    // What is heard is said elsewhere; that it is known in every language is all that can be held here.
    const unused = entries.filter(({ text }) => !text.startsWith('[heard] ') && !texts.includes(text))
    const twice = entries.filter(({ text }, index) => entries.findIndex((one) => one.text === text) !== index)
    expect([...unused, ...twice].map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })

  it('needs the values that the English text needs, and no others', () => {
    const wrong = entries.filter(
      ({ text, translation }) => needsText(text).toString() !== needs(translation, language).toString(),
    )
    expect(wrong.map(({ file, text, translation }) => `${file}: ${text} → ${translation}`)).toEqual([])
  })

  it('hears what every language hears', () => {
    const heard = entries.flatMap(({ text }) => (text.startsWith('[heard] ') ? [text] : []))
    expect(heard.sort()).toEqual(heardOf(language === 'de' ? 'fr' : 'de'))
  })

  it('is read whole', () => {
    const index = readFileSync(join(folder, 'index.ts'), 'utf8')
    expect(files.filter((file) => !index.includes(`'./${file}'`))).toEqual([])
  })
})

describe('finding texts', () => {
  it.each([
    [`say('Saved')`, ['Saved']],
    [`words.say("It’s", { count })`, ['It’s']],
    [`<p>{say(isLive ? 'On' : wide ? 'Off' : 'Gone')}</p>`, ['On', 'Off', 'Gone']],
    [`const rows = [term('Bold'), { name: term(\`Italic\`) }]`, ['Bold', 'Italic']],
    [`rich('<b>{a}</b>', { b: (inside) => <b>{inside}</b> }, { a: say('Inner') })`, ['<b>{a}</b>', 'Inner']],
    [`essay('no') + say(known)`, []],
    [`say('it\\'s \\u201cso\\u201d')`, ["it's “so”"]],
  ])('in %s', (source, expected) => {
    expect(textsOf(source, 'a.tsx').map(({ text }) => text)).toEqual(expected)
  })

  it('tells what values are given', () => {
    const [plain, given, rich] = textsOf(
      `say('a'); say('{n}', { n: 1 }); rich('<b>{n}</b>', { b }, { n })`,
      'a.ts',
    )
    expect([plain?.values, given?.values, rich?.values]).toEqual([[], ['n'], ['b', 'n']])
  })
})
