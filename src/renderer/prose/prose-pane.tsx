import { EditorView } from '@codemirror/view'
import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import { useLiveValue } from '../app/live-value'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import { rules } from './hints/rules'
import { sayHint } from './hints/say-hint'
import type { Hint, Mistake } from './prose-messages'
import styles from './prose-pane.module.css'
import { OwnWords, RuleSwitches, SpellingLanguages } from './prose-settings'
import { useProse } from './use-prose'

/** More would be a list that nobody reads. */
const mostShown = 200

/** What spelling and style are to look at in the post, and by which rules. */
export function ProsePane({ session, editor }: SidePaneProps) {
  const { say } = useWords()
  const findings = useLiveValue(useProse(session).findings)
  return (
    <>
      <Group title={say('Spelling')} count={findings?.mistakes.length}>
        {findings === undefined ? (
          <p className={styles.none}>{say('Looking…')}</p>
        ) : (
          <Mistakes mistakes={findings.mistakes} editor={editor} />
        )}
      </Group>
      {rules.map((rule) => {
        const hints = findings?.hints.filter((hint) => hint.rule === rule.id) ?? []
        if (hints.length === 0) return null
        return (
          <Group key={rule.id} title={say(rule.name)} count={hints.length}>
            <ul aria-label={say(rule.name)}>
              {hints.slice(0, mostShown).map((hint) => (
                <li key={hint.from} className={styles.item}>
                  <Button className={styles.place ?? ''} onPress={() => editor && select(editor, hint)}>
                    {sayHint(say, hint)}
                  </Button>
                </li>
              ))}
            </ul>
          </Group>
        )
      })}
      <div className={styles.settings}>
        <Group title={say('Spelling is checked')}>
          <SpellingLanguages />
        </Group>
        <Group title={say('Rules of style')}>
          <RuleSwitches />
        </Group>
        <OwnWords />
      </div>
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly count?: number | undefined
  readonly children: ReactNode
}

function Group({ title, count, children }: GroupProps) {
  const { number } = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.name}>
        {title}
        {count !== undefined && count > 0 && <span className={styles.count}>{number(count)}</span>}
      </h3>
      {children}
    </section>
  )
}

interface MistakesProps {
  readonly mistakes: readonly Mistake[]
  readonly editor: EditorView | undefined
}

/** Each word once; a press leads to where it stands, and on to where it stands next. */
function Mistakes({ mistakes, editor }: MistakesProps) {
  const { say } = useWords()
  const places = new Map<string, Mistake[]>()
  for (const mistake of mistakes) places.set(mistake.word, [...(places.get(mistake.word) ?? []), mistake])
  if (places.size === 0) return <p className={styles.none}>{say('No mistakes found.')}</p>
  return (
    <ul aria-label={say('Spelling')}>
      {[...places].slice(0, mostShown).map(([word, found]) => (
        <li key={word} className={styles.item}>
          <Button className={styles.place ?? ''} onPress={() => editor && selectNext(editor, found)}>
            {word}
            {found.length > 1 && (
              <span className={styles.times}>{say('{count, number} times', { count: found.length })}</span>
            )}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function selectNext(editor: EditorView, places: readonly Mistake[]): void {
  const { to } = editor.state.selection.main
  const next = places.find(({ from }) => from >= to) ?? places[0]
  if (next !== undefined) select(editor, next)
}

/** A moment later the list is anew; what doesn't fit the text any more is only shown, never changed. */
function select(editor: EditorView, { from, to }: Pick<Hint, 'from' | 'to'>): void {
  const { length } = editor.state.doc
  editor.focus()
  editor.dispatch({
    selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
  })
}
