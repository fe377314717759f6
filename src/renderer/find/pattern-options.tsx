import { CaseSensitive, Regex, WholeWord } from 'lucide-react'
import { nameKey } from '../commands/keys'
import { useWords } from '../words/words'
import { OptionButton } from './option-button'

/** How words are sought. */
export interface Options {
  readonly matchesCase: boolean
  readonly wholeWords: boolean
  readonly isRegExp: boolean
}

interface Props {
  readonly options: Options
  readonly onChange: (options: Options) => void
}

/** The three switches of a search. */
export function PatternOptions({ options, onChange }: Props) {
  const { say } = useWords()
  return (
    <>
      <OptionButton
        label={say('Match case')}
        shortcut={nameKey('Alt+C')}
        isOn={options.matchesCase}
        onChange={(matchesCase) => onChange({ ...options, matchesCase })}
      >
        <CaseSensitive size={16} strokeWidth={1.75} />
      </OptionButton>
      <OptionButton
        label={say('Whole words')}
        shortcut={nameKey('Alt+W')}
        isOn={options.wholeWords}
        onChange={(wholeWords) => onChange({ ...options, wholeWords })}
      >
        <WholeWord size={16} strokeWidth={1.75} />
      </OptionButton>
      <OptionButton
        label={say('Regular expression')}
        shortcut={nameKey('Alt+R')}
        isOn={options.isRegExp}
        onChange={(isRegExp) => onChange({ ...options, isRegExp })}
      >
        <Regex size={15} strokeWidth={1.75} />
      </OptionButton>
    </>
  )
}

type Pressed = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>

/** The options after a key of theirs; undefined for another. By place: Alt makes other letters of them on a Mac. */
export function optionsAfterKey(event: Pressed, options: Options): Options | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined
  if (event.code === 'KeyC') return { ...options, matchesCase: !options.matchesCase }
  if (event.code === 'KeyW') return { ...options, wholeWords: !options.wholeWords }
  if (event.code === 'KeyR') return { ...options, isRegExp: !options.isRegExp }
  return undefined
}
