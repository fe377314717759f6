import { X } from 'lucide-react'
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button, IconButton } from '../design/button'
import { useWords } from '../words/words'
import styles from './notices.module.css'

/** Something that the writer should hear of, with what can be done about it. */
export interface Notice {
  readonly text: string
  readonly kind?: 'calm' | 'trouble'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Something that may be typed in answer; Enter gives it, and puts the notice away. */
  readonly field?: { readonly label: string; readonly give: (text: string) => void }
}

type ShowNotice = (notice: Notice) => void
const NoticesContext = createContext<ShowNotice | undefined>(undefined)

/** Shows a notice at the foot of the window; the next one takes its place. */
export function useNotices(): ShowNotice {
  const show = useContext(NoticesContext)
  if (show === undefined) throw new Error('useNotices outside NoticesProvider')
  return show
}

/** Long enough to read and to reach for Undo; trouble stays until it is put away. */
const shownMs = 8000

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const { say } = useWords()
  const [current, setCurrent] = useState<{ readonly notice: Notice; readonly number: number }>()
  const show = useCallback<ShowNotice>((notice) => {
    setCurrent((before) => ({ notice, number: (before?.number ?? 0) + 1 }))
  }, [])
  const dismiss = useCallback(() => setCurrent(undefined), [])
  const region = useMemo(
    () => current && <NoticeView key={current.number} notice={current.notice} onDismiss={dismiss} />,
    [current, dismiss],
  )
  return (
    <NoticesContext value={show}>
      {children}
      <section
        aria-label={say('Notices')}
        aria-live="polite"
        className={styles.region}
        data-react-aria-top-layer
      >
        {region}
      </section>
    </NoticesContext>
  )
}

function NoticeView({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }) {
  const { say } = useWords()
  const [isHeld, setHeld] = useState(false)
  const stays = isHeld || notice.kind === 'trouble'
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(onDismiss, shownMs)
    return () => clearTimeout(timer)
  }, [stays, onDismiss])
  const { action, field } = notice
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away.
    <div
      className={styles.notice}
      data-kind={notice.kind ?? 'calm'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{notice.text}</span>
      {field && <AnswerField field={field} onDone={onDismiss} />}
      {action && (
        <Button
          onPress={() => {
            action.run()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={say('Dismiss')} onPress={onDismiss}>
        <X size={14} />
      </IconButton>
    </div>
  )
}

/** The field of the notice that is shown, if it has one. */
export const findNoticeField = () => document.querySelector<HTMLInputElement>('[data-notice-field]')

interface AnswerProps {
  readonly field: NonNullable<Notice['field']>
  readonly onDone: () => void
}

function AnswerField({ field, onDone }: AnswerProps) {
  const before = useRef<EventTarget | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    const text = event.currentTarget.value.trim()
    event.preventDefault()
    if (event.key === 'Enter' && text !== '') field.give(text)
    // Who answered by keyboard goes on where they were.
    if (before.current instanceof HTMLElement) before.current.focus()
    onDone()
  }
  return (
    <input
      data-notice-field
      aria-label={field.label}
      placeholder={field.label}
      maxLength={200}
      className={styles.field}
      onFocus={(event) => {
        before.current = event.relatedTarget
      }}
      onKeyDown={onKeyDown}
    />
  )
}
