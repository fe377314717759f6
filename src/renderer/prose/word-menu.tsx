import type { EditorView } from '@codemirror/view'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { sentenceOf } from '../app/connection'
import { keys } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import menuStyles from '../design/menu.module.css'
import { useWords } from '../words/words'
import { rules } from './hints/rules'
import { sayHint } from './hints/say-hint'
import type { PlacedFinding } from './prose-marks'
import { learn, useSilencedRules } from './use-prose'
import styles from './word-menu.module.css'

/** A menu that was asked for, with what it offers. */
export interface WordMenuRequest {
  readonly view: EditorView
  readonly found: PlacedFinding
  readonly suggestions: readonly string[]
}

interface Props {
  readonly request: WordMenuRequest
  readonly onClose: () => void
}

/** What can be done about a misspelt word or a hint, below it. */
export function WordMenu({ request, onClose }: Props) {
  const { view, found, suggestions } = request
  const { say } = useWords()
  const anchor = useRef<HTMLSpanElement>(null)
  const place = view.coordsAtPos(found.from)
  const { finding } = found
  const word = view.state.sliceDoc(found.from, found.to)
  const replace = (text: string) => {
    const { from, to } = found
    if (view.state.sliceDoc(from, to) !== word) return
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      userEvent: 'input.complete',
    })
  }
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{
          // Where the text is on the screen, whatever its direction.
          left: 0,
          transform: `translate(${place?.left ?? 0}px, ${place?.top ?? 0}px)`,
          height: (place?.bottom ?? 0) - (place?.top ?? 0),
        }}
      />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        className={menuStyles.popover ?? ''}
        onOpenChange={(isOpen) => {
          if (isOpen) return
          onClose()
          view.focus()
        }}
      >
        <Menu
          aria-label={say('Suggestions')}
          className={menuStyles.menu ?? ''}
          autoFocus="first"
          onClose={() => {
            onClose()
            view.focus()
          }}
        >
          <MenuSection className={menuStyles.section ?? ''}>
            <Header className={`${menuStyles.header} ${styles.message}`}>
              {finding.kind === 'hint' ? sayHint(say, finding.hint) : sayFound(suggestions.length, say)}
            </Header>
            {suggestions.map((suggestion) => (
              <MenuItem
                key={suggestion}
                textValue={suggestion || say('Remove')}
                className={menuStyles.item ?? ''}
                onAction={() => replace(suggestion)}
              >
                {suggestion || say('Remove')}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection className={menuStyles.section ?? ''} aria-label={say('What else can be done')}>
            {finding.kind === 'mistake' ? (
              <LearnItem word={finding.mistake.word} />
            ) : (
              <SilenceItem rule={finding.hint.rule} />
            )}
          </MenuSection>
        </Menu>
      </Popover>
    </>
  )
}

type Say = ReturnType<typeof useWords>['say']

const sayFound = (count: number, say: Say) =>
  count === 0 ? say('No dictionary knows a word like this.') : say('Did you mean')

function LearnItem({ word }: { readonly word: string }) {
  const { calls } = useServices()
  const queries = useQueryClient()
  const notify = useNotices()
  const { say } = useWords()
  const add = () => {
    learn(queries, word)
    calls.ownWords.add({ word }).catch((error: unknown) => {
      void queries.invalidateQueries({ queryKey: keys.ownWords })
      notify({ text: sentenceOf(error), kind: 'trouble' })
    })
  }
  const name = say('Add to dictionary')
  return (
    <MenuItem textValue={name} className={menuStyles.item ?? ''} onAction={add}>
      {name}
    </MenuItem>
  )
}

function SilenceItem({ rule }: { readonly rule: (typeof rules)[number]['id'] }) {
  const [, setRule] = useSilencedRules()
  const { say } = useWords()
  const found = rules.find(({ id }) => id === rule)
  const name = found === undefined ? '' : say('Switch off: {rule}', { rule: say(found.name) })
  return (
    <MenuItem textValue={name} className={menuStyles.item ?? ''} onAction={() => setRule(rule, false)}>
      {name}
    </MenuItem>
  )
}
