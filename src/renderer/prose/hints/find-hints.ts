import { toString as textOf } from 'nlcst-to-string'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextArticle from 'retext-indefinite-article'
import retextIntensify from 'retext-intensify'
import retextLatin from 'retext-latin'
import retextPassive from 'retext-passive'
import retextReadability from 'retext-readability'
import retextRepeated from 'retext-repeated-words'
import retextSimplify from 'retext-simplify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { RuleId } from './rules'

/** Something about the style of a stretch of text. */
export interface TextHint {
  readonly rule: RuleId
  readonly from: number
  readonly to: number
  readonly actual: string
  /** What may be better; empty when nothing is known. */
  readonly expected: readonly string[]
}

type Root = Parameters<ReturnType<typeof retextReadability>>[0]

/** Words of a sentence from which on it is long. */
const longSentence = 40

/** What is no fault in a technical text: “it is” begins a good sentence, “that” is grammar. */
const fine = {
  simplify: [
    'all of',
    'however',
    'in between',
    'it is',
    'there are',
    'there is',
    'very',
    'function',
    'type',
    'option',
    'parameters',
    'component',
    'feature',
    'interface',
    'method',
    'multiple',
    'require',
    'request',
    'initial',
    'address',
    'contains',
    'previous',
    'implement',
    'provide',
    'submit',
    'select',
    'forward',
    'delete',
    'minimum',
    'maximum',
    'monitor',
    'modify',
    'identical',
    'identify',
    'validate',
    'is able to',
  ],
  // “Simple” is a plain word where it is said of a program.
  equality: [
    'host',
    'hosts',
    'just',
    'special',
    'simple',
    'simply',
    'easy',
    'easily',
    'obvious',
    'obviously',
    'clearly',
  ],
}

/** Of the many words that retext finds weak, those that a sentence loses nothing without. */
const weak = new Set(
  (
    'a lot,actually,arguably,basically,clearly,completely,essentially,exceedingly,extremely,fairly,interestingly,' +
    'largely,literally,obviously,of course,pretty,quite,rather,really,relatively,remarkably,simply,somehow,' +
    'substantially,surprisingly,totally,very,virtually'
  ).split(','),
)

const english = unified()
  .use(retextEnglish)
  .use(retextRepeated)
  .use(retextArticle)
  .use(retextReadability, { age: 18, minWords: 12 })
  .use(retextSimplify, { ignore: fine.simplify })
  .use(retextPassive)
  .use(retextIntensify)
  .use(retextEquality, { ignore: fine.equality })
  .use(longSentences)
  .freeze()

const otherLanguages = unified().use(retextLatin).use(retextRepeated).use(longSentences).freeze()

const ruleOf: Readonly<Record<string, RuleId>> = {
  'retext-repeated-words': 'repeated',
  'retext-indefinite-article': 'article',
  'retext-readability': 'readability',
  'retext-simplify': 'simplify',
  'retext-passive': 'passive',
  'retext-intensify': 'intensify',
  'retext-equality': 'equality',
  longhand: 'long',
}

/**
 * Style hints for a paragraph, by every rule that knows its language.
 * @param language a BCP 47 tag; empty is English
 */
export function findHints(text: string, language: string): readonly TextHint[] {
  const processor = /^(?:en\b|$)/i.test(language) ? english : otherLanguages
  const file = new VFile(text)
  processor.runSync(processor.parse(file), file)
  return file.messages.flatMap(({ source, place, actual, expected }) => {
    const rule = ruleOf[source ?? '']
    const start = place && 'start' in place ? place.start.offset : undefined
    const end = place && 'end' in place ? place.end.offset : undefined
    if (rule === 'intensify' && !weak.has((actual ?? '').toLowerCase())) return []
    if (rule === undefined || start === undefined || end === undefined) return []
    return [
      { rule, from: start, to: end, actual: actual ?? text.slice(start, end), expected: expected ?? [] },
    ]
  })
}

/** Names sentences with more words than one can hold in mind. */
function longSentences() {
  return (tree: Root, file: VFile) => {
    for (const paragraph of tree.children) {
      if (paragraph.type !== 'ParagraphNode') continue
      for (const sentence of paragraph.children) {
        if (sentence.type !== 'SentenceNode' || !sentence.position) continue
        const words = sentence.children.filter(({ type }) => type === 'WordNode').length
        if (words < longSentence) continue
        const message = file.message('Long sentence', { place: sentence.position, source: 'longhand' })
        message.actual = textOf(sentence)
        message.expected = []
      }
    }
  }
}
