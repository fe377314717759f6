import { CalendarDays, FileX, Globe, Tag, Tags, Trash2, Undo2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Dialog, DialogTrigger, Popover, Toolbar } from 'react-aria-components'
import type { List } from '../app/list-pages'
import { useLiveValue } from '../app/live-value'
import { useDispatch, useWorkspace } from '../app/workspace'
import { Button, IconButton } from '../design/button'
import { Field } from '../design/field'
import { JobProgress } from '../dialogs/job-progress'
import { readDate } from '../inspector/date-text'
import { useWords } from '../words/words'
import styles from './bulk-bar.module.css'
import { TagChoice } from './tag-choice'
import { type Bulk, type BulkProgress, useMarkCount } from './use-bulk'

/** Stands at the foot of the list while posts are marked: how many, and what can be done with all of them. */
export function BulkBar({ list, bulk }: { readonly list: List; readonly bulk: Bulk }) {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const count = useMarkCount(list)
  const progress = useLiveValue(bulk.progress)
  if (progress) return <Progress progress={progress} />
  if (count === 0) return null
  return (
    <section aria-label={say('Marked posts')} className={styles.bar}>
      <div className={styles.line}>
        <span role="status" className={styles.count}>
          {say('{count, plural, one {# post} other {# posts}} marked', { count })}
        </span>
        <IconButton
          label={say('Clear marks')}
          shortcut={say('[key] Esc')}
          onPress={() => dispatch({ do: 'mark', marks: { kind: 'none' } })}
        >
          <X size={15} />
        </IconButton>
      </div>
      <Toolbar aria-label={say('Change marked posts')} className={styles.tools ?? ''}>
        {place.kind === 'trash' ? (
          <Button onPress={bulk.restore}>
            <Undo2 size={15} strokeWidth={1.75} />
            {say('Restore')}
          </Button>
        ) : (
          <Tools bulk={bulk} />
        )}
      </Toolbar>
    </section>
  )
}

function Progress({ progress: { done, total, stop } }: { readonly progress: BulkProgress }) {
  const { say } = useWords()
  return (
    <section aria-label={say('Marked posts')} className={styles.bar}>
      <JobProgress label={say('Changing posts')} progress={{ step: '', done, total }} />
      <div className={styles.line}>
        <span className={styles.space} />
        <Button look="plain" onPress={stop}>
          {say('Stop')}
        </Button>
      </div>
    </section>
  )
}

function Tools({ bulk }: { readonly bulk: Bulk }) {
  const { say } = useWords()
  return (
    <>
      <Asking label={say('Add tag')} icon={<Tag size={16} strokeWidth={1.75} />}>
        {(then) => <TagChoice label={say('Tag to add')} canBeNew onChoose={then(bulk.addTag)} />}
      </Asking>
      <Asking label={say('Remove tag')} icon={<Tags size={16} strokeWidth={1.75} />}>
        {(then) => <TagChoice label={say('Tag to remove')} onChoose={then(bulk.removeTag)} />}
      </Asking>
      <IconButton label={say('Publish')} onPress={() => bulk.setStatus('published')}>
        <Globe size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton label={say('Back to draft')} onPress={() => bulk.setStatus('draft')}>
        <FileX size={16} strokeWidth={1.75} />
      </IconButton>
      <Asking label={say('Set date')} icon={<CalendarDays size={16} strokeWidth={1.75} />}>
        {(then) => <DateChoice onChoose={then(bulk.setDate)} />}
      </Asking>
      <span className={styles.space} />
      <IconButton label={say('Move to trash')} shortcut={say('[key] Del')} onPress={bulk.trash}>
        <Trash2 size={16} strokeWidth={1.75} />
      </IconButton>
    </>
  )
}

interface AskingProps {
  readonly label: string
  readonly icon: ReactNode
  /** `then` gives what is called with the answer: it closes the popover first. */
  readonly children: (then: (act: (answer: string) => void) => (answer: string) => void) => ReactNode
}

/** A tool that asks for something first, in a small popover above it. */
function Asking({ label, icon, children }: AskingProps) {
  return (
    <DialogTrigger>
      <IconButton label={label}>{icon}</IconButton>
      <Popover placement="top" className={styles.popover ?? ''}>
        <Dialog aria-label={label} className={styles.asking ?? ''}>
          {({ close }) =>
            children((act) => (answer) => {
              close()
              act(answer)
            })
          }
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function DateChoice({ onChoose }: { readonly onChoose: (date: string) => void }) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const date = readDate(text, '')
        if (date === undefined) setError(say('A date looks like 2026-11-24 or 2026-11-24 09:30.'))
        else onChoose(date)
      }}
    >
      <Field
        label={say('Date')}
        value={text}
        error={error}
        placeholder="2026-11-24"
        autoFocus
        onChange={setText}
      />
      <Button type="submit" look="solid">
        {say('Set date')}
      </Button>
    </form>
  )
}
