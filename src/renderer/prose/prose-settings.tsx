import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { sentenceOf } from '../app/connection'
import { keys } from '../app/library-view'
import { useNotices } from '../app/notices'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { IconButton } from '../design/button'
import { Switch } from '../design/switch'
import { useWords } from '../words/words'
import { noSpelling } from './choose-languages'
import { type RuleId, rules } from './hints/rules'
import styles from './prose-pane.module.css'
import { languages } from './spelling/languages'
import { useOwnWords, useSilencedRules } from './use-prose'

/** A switch for each rule of style. */
export function RuleSwitches() {
  const { say } = useWords()
  return (
    <div className={styles.switches}>
      {rules.map(({ id, name }) => (
        <RuleSwitch key={id} rule={id} label={say(name)} />
      ))}
    </div>
  )
}

interface RuleSwitchProps {
  readonly rule: RuleId
  readonly label: string
  readonly hint?: string
}

/** Whether hints are given by a rule. */
export function RuleSwitch({ rule, label, hint }: RuleSwitchProps) {
  const [silenced, setRule] = useSilencedRules()
  return (
    <Switch
      label={label}
      hint={hint}
      isOn={!silenced.includes(rule)}
      onChange={(isOn) => setRule(rule, isOn)}
    />
  )
}

/** The languages whose spelling is right, several at once. */
export function SpellingLanguages() {
  const { say } = useWords()
  const [chosen, setChosen] = usePreference('spellLanguages')
  const names = chosen.split(' ')
  const picked = languages.map(({ id }) => id).filter((id) => names.includes(id))
  const set = (id: string, isOn: boolean) => {
    const next = languages
      .map((language) => language.id)
      .filter((other) => (other === id ? isOn : picked.includes(other)))
    setChosen(next.join(' '))
  }
  return (
    <div className={styles.switches}>
      <Switch
        label={say('Check spelling')}
        hint={say('In what you write, not in code and addresses.')}
        isOn={chosen !== noSpelling}
        onChange={(isOn) => setChosen(isOn ? '' : noSpelling)}
      />
      {chosen !== noSpelling && (
        <>
          <Switch
            label={say('In the languages of post, site and system')}
            isOn={picked.length === 0}
            onChange={(isOn) => setChosen(isOn ? '' : 'en')}
          />
          {picked.length > 0 &&
            languages.map(({ id, name }) => (
              <Switch key={id} label={name} isOn={picked.includes(id)} onChange={(isOn) => set(id, isOn)} />
            ))}
        </>
      )}
    </div>
  )
}

/** The words that the writer added, each with the way to take it back. */
export function OwnWords() {
  const { say } = useWords()
  const { calls } = useServices()
  const queries = useQueryClient()
  const notify = useNotices()
  const words = useOwnWords()
  const remove = (word: string) => {
    queries.setQueryData<readonly string[]>(keys.ownWords, (before = []) =>
      before.filter((other) => other !== word),
    )
    calls.ownWords.remove({ word }).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey: keys.ownWords })
      notify({ text: sentenceOf(error), kind: 'trouble' })
    })
  }
  return (
    <section className={styles.group}>
      <h3 className={styles.name}>{say('My dictionary')}</h3>
      {words.length === 0 && (
        <p className={styles.none}>
          {say('No words yet. “Add to dictionary” in the menu of a marked word puts it here.')}
        </p>
      )}
      <ul aria-label={say('My dictionary')}>
        {words.map((word) => (
          <li key={word} className={styles.word}>
            <span>{word}</span>
            <IconButton label={say('Remove “{word}”', { word })} onPress={() => remove(word)}>
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
