import {
  closeSearchPanel,
  findNext,
  findPrevious,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search'
import { runScopeHandlers } from '@codemirror/view'
import { ArrowDown, ArrowUp, ChevronRight, Files, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { type LiveValue, useLiveValue } from '../app/live-value'
import { usePreference } from '../app/preferences'
import { useDispatch } from '../app/workspace'
import { nameKey } from '../commands/keys'
import { Button, IconButton } from '../design/button'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import type { OpenFind } from './find-in-post'
import styles from './find-panel.module.css'
import { PatternField } from './pattern-field'
import { type Options, optionsAfterKey, PatternOptions } from './pattern-options'
import { type MatchCount, useMatches } from './use-matches'
import { useReplaceAll } from './use-replace-all'

interface Props {
  readonly open: LiveValue<OpenFind | undefined>
  readonly session: DraftSession
  readonly isReadOnly: boolean
}

/** Draws the editor's panel to find and replace in its place, while it is open. */
export function FindPanel({ open, ...rest }: Props) {
  const find = useLiveValue(open)
  if (find === undefined) return null
  return createPortal(<Panel find={find} {...rest} />, find.place)
}

function Panel({ find, session, isReadOnly }: Omit<Props, 'open'> & { readonly find: OpenFind }) {
  const { say } = useWords()
  const { view } = find
  const query = useLiveValue(find.query)
  const count = useMatches(find)
  const [isReplaceShown, showReplace] = usePreference('isReplaceShown')
  const hasReplace = isReplaceShown && !isReadOnly
  const input = useRef<HTMLInputElement>(null)
  const replaceEverywhere = useReplaceAll(find, session)
  const dispatch = useDispatch()
  useEffect(() => input.current?.select(), [])
  const change = (next: Partial<ConstructorParameters<typeof SearchQuery>[0]>) => {
    const { search, replace, caseSensitive, wholeWord, regexp } = query
    const asked = { search, replace, caseSensitive, wholeWord, regexp, ...next }
    // Only in expressions a backslash says something.
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ ...asked, literal: !asked.regexp })) })
  }
  const options: Options = {
    matchesCase: query.caseSensitive,
    wholeWords: query.wholeWord,
    isRegExp: query.regexp,
  }
  const changeOptions = ({ matchesCase, wholeWords, isRegExp }: Options) =>
    change({ caseSensitive: matchesCase, wholeWord: wholeWords, regexp: isRegExp })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = optionsAfterKey(event.nativeEvent, options)
    const isInField = event.target instanceof HTMLInputElement
    if (next !== undefined) changeOptions(next)
    else if (event.key === 'Enter' && isInField && !event.nativeEvent.isComposing) {
      const isReplacing = event.target !== input.current
      if (isReplacing && (event.ctrlKey || event.metaKey)) replaceEverywhere()
      else if (isReplacing) replaceNext(view)
      else (event.shiftKey ? findPrevious : findNext)(view)
    } else if (!runScopeHandlers(view, event.nativeEvent, 'search-panel')) return
    event.preventDefault()
  }
  const isInvalid = query.search !== '' && !query.valid
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest Chrome of ours doesn't know <search>.
    <div role="search" aria-label={say('Find in post')} className={styles.panel} onKeyDown={onKeyDown}>
      {!isReadOnly && (
        <button
          type="button"
          className={styles.more}
          aria-label={say('Replace as well')}
          aria-expanded={hasReplace}
          onClick={() => showReplace(!hasReplace)}
        >
          <ChevronRight size={14} />
        </button>
      )}
      <div className={styles.lines}>
        <div className={styles.line}>
          <PatternField
            label={say('Find')}
            value={query.search}
            onChange={(search) => change({ search })}
            isInvalid={isInvalid}
            isMain
            input={input}
          >
            <Count count={count} isInvalid={isInvalid} />
            <PatternOptions options={options} onChange={changeOptions} />
          </PatternField>
          <span className={styles.tools}>
            <IconButton
              label={say('Previous match')}
              shortcut={nameKey('Shift+F3')}
              onPress={() => findPrevious(view)}
            >
              <ArrowUp size={15} strokeWidth={1.75} />
            </IconButton>
            <IconButton label={say('Next match')} shortcut={nameKey('F3')} onPress={() => findNext(view)}>
              <ArrowDown size={15} strokeWidth={1.75} />
            </IconButton>
            <IconButton label={say('Close find')} shortcut="Esc" onPress={() => closeSearchPanel(view)}>
              <X size={15} strokeWidth={1.75} />
            </IconButton>
          </span>
        </div>
        {hasReplace && (
          <div className={styles.line}>
            <PatternField
              label={say('Replace with')}
              value={query.replace}
              onChange={(replace) => change({ replace })}
            />
            <span className={styles.tools}>
              <Button onPress={() => replaceNext(view)}>{say('Replace')}</Button>
              <Button onPress={replaceEverywhere}>{say('Replace all')}</Button>
              <IconButton
                label={say('In all posts…')}
                onPress={() => dispatch({ do: 'open-dialog', dialog: 'replace-in-library' })}
              >
                <Files size={15} strokeWidth={1.75} />
              </IconButton>
            </span>
          </div>
        )}
      </div>
    </div>
  )
}

function Count({
  count,
  isInvalid,
}: {
  readonly count: MatchCount | undefined
  readonly isInvalid: boolean
}) {
  const { say, number } = useWords()
  const words = () => {
    if (isInvalid) return say('Not valid')
    if (count === undefined) return ''
    const { total, selected, isCut } = count
    if (isCut) return `${number(total)}+`
    if (total === 0) return say('No matches')
    if (selected > 0) return say('{selected, number} of {total, number}', { selected, total })
    return say('{total, plural, one {# match} other {# matches}}', { total })
  }
  return (
    <span
      role="status"
      aria-label={say('Matches')}
      className={styles.count}
      data-bad={isInvalid || undefined}
    >
      {words()}
    </span>
  )
}
