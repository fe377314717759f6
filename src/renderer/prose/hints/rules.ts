import { type Term, term } from '../../../words'

/** What a style hint is about; each can be switched off. */
export type RuleId =
  | 'repeated'
  | 'article'
  | 'readability'
  | 'long'
  | 'simplify'
  | 'passive'
  | 'intensify'
  | 'equality'

interface Rule {
  readonly id: RuleId
  readonly name: Term
  readonly hint: Term
  /** Said of one place, with `actual` and `expected`; `alone` when nothing better is known. */
  readonly message: Term
  readonly alone: Term
  /** Those that know English alone are asked for nothing else. */
  readonly isEnglish: boolean
}

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  {
    id: 'repeated',
    name: term('Repeated words'),
    hint: term('The same word twice in a row, in any language.'),
    message: term('“{actual}” stands here twice.'),
    alone: term('“{actual}” stands here twice.'),
    isEnglish: false,
  },
  {
    id: 'article',
    name: term('“A” or “an”'),
    hint: term('“An user” for “a user”. English.'),
    message: term('“{actual}” should be “{expected}” here.'),
    alone: term('“{actual}” should be “{expected}” here.'),
    isEnglish: true,
  },
  {
    id: 'readability',
    name: term('Sentences that are hard to read'),
    hint: term('By several measures of readability at once. English.'),
    message: term('This sentence is hard to read.'),
    alone: term('This sentence is hard to read.'),
    isEnglish: true,
  },
  {
    id: 'long',
    name: term('Long sentences'),
    hint: term('Of forty words and more, in any language.'),
    message: term('This sentence is long: two may be easier to read.'),
    alone: term('This sentence is long: two may be easier to read.'),
    isEnglish: false,
  },
  {
    id: 'simplify',
    name: term('Words that could be simpler'),
    hint: term('“Utilize” for “use”. English.'),
    message: term('“{actual}” could be “{expected}”.'),
    alone: term('“{actual}” could go.'),
    isEnglish: true,
  },
  {
    id: 'passive',
    name: term('Passive voice'),
    hint: term('“The file was read” for “it reads the file”. English.'),
    message: term('“{actual}” is passive: who does it?'),
    alone: term('“{actual}” is passive: who does it?'),
    isEnglish: true,
  },
  {
    id: 'intensify',
    name: term('Words that weaken'),
    hint: term('“Very”, “quite”, “basically”. English.'),
    message: term('“{actual}” weakens what you say.'),
    alone: term('“{actual}” weakens what you say.'),
    isEnglish: true,
  },
  {
    id: 'equality',
    name: term('Words that may hurt'),
    hint: term('Words that leave people out or belittle them. English.'),
    message: term('“{actual}” may hurt; “{expected}” may be better.'),
    alone: term('“{actual}” may hurt.'),
    isEnglish: true,
  },
]
