import { CaseSensitive, Regex, WholeWord } from 'lucide-react'
import { isMac, nameKey } from '../commands/keys'
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
        shortcut={nameOf('C')}
        isOn={options.matchesCase}
        onChange={(matchesCase) => onChange({ ...options, matchesCase })}
      >
        <CaseSensitive size={16} strokeWidth={1.75} />
      </OptionButton>
      <OptionButton
        label={say('Whole words')}
        shortcut={nameOf('W')}
        isOn={options.wholeWords}
        onChange={(wholeWords) => onChange({ ...options, wholeWords })}
      >
        <WholeWord size={16} strokeWidth={1.75} />
      </OptionButton>
      <OptionButton
        label={say('Regular expression')}
        shortcut={nameOf('R')}
        isOn={options.isRegExp}
        onChange={(isRegExp) => onChange({ ...options, isRegExp })}
      >
        <Regex size={15} strokeWidth={1.75} />
      </OptionButton>
    </>
  )
}

type Pressed = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>

/** The options after a key of theirs; undefined for another. By its place: Alt makes another letter of it. */
export function optionsAfterKey(event: Pressed, options: Options): Options | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = event
  // Ctrl with Alt is how many layouts type letters, and so is Alt on a Mac.
  const isOurs = altKey && !ctrlKey && (isMac ? metaKey && !shiftKey : shiftKey && !metaKey)
  if (!isOurs) return undefined
  if (event.code === 'KeyC') return { ...options, matchesCase: !options.matchesCase }
  if (event.code === 'KeyW') return { ...options, wholeWords: !options.wholeWords }
  if (event.code === 'KeyR') return { ...options, isRegExp: !options.isRegExp }
  return undefined
}

const nameOf = (letter: 'C' | 'W' | 'R') => nameKey(isMac ? `Mod+Alt+${letter}` : `Alt+Shift+${letter}`)
