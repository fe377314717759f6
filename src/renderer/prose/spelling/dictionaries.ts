import germanAffixes from '../../../../node_modules/dictionary-de/index.aff?url'
import germanWords from '../../../../node_modules/dictionary-de/index.dic?url'
import englishAffixes from '../../../../node_modules/dictionary-en/index.aff?url'
import englishWords from '../../../../node_modules/dictionary-en/index.dic?url'
import britishAffixes from '../../../../node_modules/dictionary-en-gb/index.aff?url'
import britishWords from '../../../../node_modules/dictionary-en-gb/index.dic?url'
import frenchAffixes from '../../../../node_modules/dictionary-fr/index.aff?url'
import frenchWords from '../../../../node_modules/dictionary-fr/index.dic?url'

/** The dictionaries that come with the program, as files of their own; a worker reads those that are chosen. */
export const dictionaryFiles = {
  en: { affixes: englishAffixes, words: englishWords },
  'en-gb': { affixes: britishAffixes, words: britishWords },
  de: { affixes: germanAffixes, words: germanWords },
  fr: { affixes: frenchAffixes, words: frenchWords },
} as const
