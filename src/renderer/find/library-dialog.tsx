import { getSearchQuery, searchPanelOpen } from '@codemirror/search'
import { type KeyboardEvent, useState } from 'react'
import { sentenceOf } from '../app/connection'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { type DeskHandle, useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'
import { choose, chosenOf } from './chosen-matches'
import styles from './library-dialog.module.css'
import { MatchList } from './match-list'
import { PatternField } from './pattern-field'
import { optionsAfterKey, PatternOptions } from './pattern-options'
import { type LibraryPattern, useLibraryMatches } from './use-library-matches'
import { useLibraryReplace } from './use-library-replace'

const nothingLeft: ReadonlySet<string> = new Set()

/** Finds in all posts, shows each match as it would be, and replaces those that the writer leaves in. */
export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const desk = useDeskHandle()
  const dispatch = useDispatch()
  const [pattern, setPattern] = useState(() => beginWith(desk.current))
  const [left, setLeft] = useState(nothingLeft)
  const { found, error, isSearching } = useLibraryMatches(pattern)
  const { replace, done } = useLibraryReplace()
  const [failure, setFailure] = useState<string>()
  const chosen = chosenOf(found?.posts ?? [], left)
  const count = chosen.reduce((sum, { matches }) => sum + matches.length, 0)
  const isBusy = done !== undefined
  const change = (next: Partial<LibraryPattern>) => {
    setPattern({ ...pattern, ...next })
    setLeft(nothingLeft)
    setFailure(undefined)
  }
  const run = async () => {
    try {
      await replace(chosen)
      onClose()
    } catch (reason) {
      setFailure(sentenceOf(reason))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const options = optionsAfterKey(event.nativeEvent, pattern)
    if (options === undefined) return
    event.preventDefault()
    change(options)
  }
  const trouble = failure ?? (error ? sentenceOf(error) : undefined)
  return (
    <Dialog
      title={say('Find and replace in all posts')}
      width="wide"
      onClose={onClose}
      isDismissable={!isBusy}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {say('Cancel')}
          </Button>
          <Button look="solid" isDisabled={isBusy || isSearching || count === 0} onPress={() => void run()}>
            {say('{count, plural, =0 {Replace} one {Replace # match} other {Replace # matches}}', { count })}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the fields in it. */}
      <div className={styles.fields} onKeyDown={onKeyDown}>
        <PatternField
          label={say('Find')}
          value={pattern.find}
          onChange={(find) => change({ find })}
          isInvalid={trouble !== undefined && failure === undefined}
          isFirst
        >
          <PatternOptions options={pattern} onChange={change} />
        </PatternField>
        <PatternField
          label={say('Replace with')}
          value={pattern.replace}
          onChange={(replaceWith) => change({ replace: replaceWith })}
        />
      </div>
      <div className={styles.found} aria-busy={isSearching}>
        {trouble !== undefined && <p role="alert">{trouble}</p>}
        {found === undefined && trouble === undefined && (
          <p className={styles.hint}>
            {say(
              'Titles, summaries and texts of all posts and pages outside the trash. What each post says now is kept as a version of it.',
            )}
          </p>
        )}
        {found !== undefined && trouble === undefined && (
          <MatchList
            found={found}
            left={left}
            onChoose={(posts, isChosen) => setLeft(choose(left, posts, isChosen))}
            onOpen={(post) => {
              onClose()
              dispatch({ do: 'select', post })
            }}
          />
        )}
      </div>
    </Dialog>
  )
}

/** What is sought in the post that is open, or what is selected in it. */
function beginWith({ editor }: DeskHandle): LibraryPattern {
  const none = { find: '', replace: '', matchesCase: false, wholeWords: false, isRegExp: false }
  if (editor === undefined) return none
  const { state } = editor
  if (searchPanelOpen(state)) {
    const { search, replace, caseSensitive, wholeWord, regexp } = getSearchQuery(state)
    return { find: search, replace, matchesCase: caseSensitive, wholeWords: wholeWord, isRegExp: regexp }
  }
  const selected = state.sliceDoc(state.selection.main.from, state.selection.main.to)
  return selected.length > 200 || selected.includes('\n') ? none : { ...none, find: selected }
}
