import { IntlMessageFormat } from 'intl-messageformat'
import { createHearing } from './hearing'
import { directionOf, type Language } from './languages'

/** English text → its translation, both ICU messages. */
export type Catalogue = Readonly<Record<string, string>>

/** An English text that is in the catalogue, kept as data; see `term`. */
export type Term = string & { readonly term: true }

/** What stands for `{name}` in a message. */
export type Values = Readonly<Record<string, string | number | Date>>

/** A text of the catalogue: written out where it is said, or a `Term`. Another string is a type error. */
type Text<T extends string> = string extends T ? Term : T

/** Says texts in one language. Equal for as long as the language is. */
export interface Words {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /**
   * The text in this language, with its values: `say('{count, plural, one {# word} other {# words}}', { count })`.
   * A text that isn't in the catalogue is said in English.
   */
  say<const T extends string>(text: Text<T>, values?: Values): string
  /**
   * The same with parts that are more than text: `<b>…</b>` in the message is given to `b` of `parts`. What
   * comes back are the pieces in their order.
   */
  rich<P, const T extends string>(
    text: Text<T>,
    parts: Readonly<Record<string, (inside: readonly string[]) => P>>,
    values?: Values,
  ): readonly (string | P)[]
  /**
   * A sentence that comes from the library in English, said in this language where the catalogue has one
   * like it (`[heard] No post has the slug “{slug}”.`); as it came otherwise.
   */
  hear(sentence: string): string
  /** A number as this language writes it. */
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** A moment (epoch ms) or date as this language writes it, in the zone of the machine if no other is named. */
  date(value: number | Date, options: Intl.DateTimeFormatOptions): string
  /** A list in a sentence: “a, b and c”. */
  list(items: readonly string[]): string
}

/** Marks an English text that is data, such as a row of a table, so that the catalogue's test finds it. */
export const term = (text: string): Term => text as Term

/** A text may begin with where it is said, for words with two meanings: `[appearance] Light`. */
const context = /^\[[^\]]*\] /

/** @param catalogue left out for English, whose texts are their own */
export function createWords(language: Language, catalogue: Catalogue = {}): Words {
  const formats = new Map<string, IntlMessageFormat>()
  const kept = createKept(language)
  const format = (text: string, isRich: boolean) => {
    const key = `${isRich}${text}`
    const known = formats.get(key)
    if (known !== undefined) return known
    const made = new IntlMessageFormat(inLanguage(text, language, catalogue), localeOf(language), undefined, {
      ignoreTag: !isRich,
    })
    formats.set(key, made)
    return made
  }
  const words: Words = {
    language,
    direction: directionOf(language),
    say: (text, values = {}) => String(format(text, false).format(values)),
    rich: <P>(
      text: string,
      parts: Readonly<Record<string, (inside: readonly string[]) => P>>,
      values: Values = {},
    ) => {
      const tags = Object.entries(parts).map(([name, make]) => [
        name,
        (inside: unknown[]) => make(inside.map(String)),
      ])
      const said: unknown = format(text, true).format({ ...values, ...Object.fromEntries(tags) })
      return (Array.isArray(said) ? said : [said]) as readonly (string | P)[]
    },
    hear: createHearing(catalogue, (text, values) => String(format(text, false).format(values))),
    number: (value, options) => kept.number(options).format(value),
    date: (value, options) => kept.date(options).format(value),
    list: (items) => kept.list().format(items),
  }
  return words
}

/** Dates and numbers of the test language are English ones. */
function localeOf(language: Language): string {
  return language === 'en-XB' ? 'en' : language
}

function inLanguage(text: string, language: Language, catalogue: Catalogue): string {
  const said = catalogue[text] ?? text.replace(context, '')
  return language === 'en-XB' ? `⟦${said}⟧` : said
}

/** Formats are slow to make and cheap to use, so each is kept by its options. */
function createKept(language: Language) {
  const locale = localeOf(language)
  const numbers = new Map<string, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()
  const lists = new Map<string, Intl.ListFormat>()
  return {
    number: (options?: Intl.NumberFormatOptions) =>
      keep(numbers, JSON.stringify(options), () => new Intl.NumberFormat(locale, options)),
    date: (options: Intl.DateTimeFormatOptions) =>
      keep(dates, JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options)),
    list: () => keep(lists, '', () => new Intl.ListFormat(locale)),
  }
}

function keep<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The words that are always there. */
export const english: Words = createWords('en')
