import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useNotices } from '../app/notices'
import { nameKey } from '../commands/keys'
import { Button, IconButton } from '../design/button'
import { useWords } from '../words/words'
import { moveRow } from './move-row'
import styles from './rows-editor.module.css'
import type { Trouble } from './settings-keeper'

interface Column<Row> {
  readonly name: keyof Row & string
  readonly label: string
  readonly placeholder?: string
  /** How much of the width it takes beside the others. */
  readonly share: number
}

interface Props<Row extends Readonly<Record<string, string>>> {
  readonly label: string
  readonly hint: string
  /** What one row is called, by its number: “link 1”. */
  readonly nameRow: (index: number) => string
  readonly addLabel: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** What a new row begins with. */
  readonly blank: Row
  readonly troubles: readonly Trouble[]
  readonly error: string | undefined
  readonly onChange: (rows: Row[], isTyped?: boolean) => void
  readonly onLeave: () => void
  /** Other ways to add a row, beside the button. */
  readonly ways?: ReactNode
}

/** A short list whose rows are texts: written, put in order by buttons or Alt and an arrow, removed with a way back. */
export function RowsEditor<Row extends Readonly<Record<string, string>>>(props: Props<Row>) {
  const { say } = useWords()
  const { label, hint, nameRow, addLabel, rows, blank, error, onChange, ways } = props
  const notify = useNotices()
  const list = useRef<HTMLUListElement>(null)
  const [written, setWritten] = useState<number>()
  const id = useId()
  const focusField = (row: number, column = 0) =>
    // The row is drawn first.
    requestAnimationFrame(() =>
      list.current?.children[row]?.querySelectorAll<HTMLElement>('input')[column]?.focus(),
    )
  const move = (from: number, to: number, column?: number) => {
    if (to < 0 || to >= rows.length) return
    onChange(moveRow(rows, from, to))
    if (column !== undefined) focusField(to, column)
  }
  const remove = (index: number) => {
    const before = [...rows]
    onChange(rows.filter((_, other) => other !== index))
    notify({
      text: say('Removed: {row}', { row: Object.values(rows[index] ?? {})[0] || nameRow(index) }),
      action: { label: say('Undo'), run: () => onChange(before) },
    })
    if (rows.length > 1) focusField(Math.min(index, rows.length - 2))
  }
  return (
    <fieldset className={styles.editor} aria-describedby={id}>
      <legend className={styles.label}>{label}</legend>
      <p id={id} className={styles.hint}>
        {hint}
      </p>
      <ul ref={list} className={styles.rows} aria-label={label}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and a field must keep the focus while it is typed in.
          <li key={index} onFocus={() => setWritten(index)} onBlur={() => setWritten(undefined)}>
            <RowFields
              {...props}
              // A row says what it lacks when one has left it.
              troubles={written === index ? [] : props.troubles}
              row={row}
              index={index}
              onMove={(to, column) => move(index, to, column)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.ways}>
        <Button
          onPress={() => {
            onChange([...rows, blank], true)
            focusField(rows.length)
          }}
        >
          <Plus size={14} /> {addLabel}
        </Button>
        {ways}
      </div>
    </fieldset>
  )
}

interface RowProps<Row extends Readonly<Record<string, string>>> extends Props<Row> {
  readonly row: Row
  readonly index: number
  readonly onMove: (to: number, column?: number) => void
  readonly onRemove: () => void
}

function RowFields<Row extends Readonly<Record<string, string>>>(props: RowProps<Row>) {
  const { row, index, rows, columns, nameRow, troubles, onChange, onLeave, onMove, onRemove } = props
  const id = useId()
  const { say } = useWords()
  const place = nameRow(index)
  const found = columns.flatMap(
    ({ name }) => troubles.find(({ path }) => path === `${index}.${name}`)?.sentence ?? [],
  )
  const onKeyDown = (event: KeyboardEvent, column: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0) return
    event.preventDefault()
    onMove(index + step, column)
  }
  return (
    <>
      <div className={styles.row}>
        {columns.map(({ name, label, placeholder, share }, column) => (
          <input
            key={name}
            className={styles.input}
            style={{ flexGrow: share }}
            aria-label={say('{column} of {place}', { column: label, place })}
            aria-invalid={troubles.some(({ path }) => path === `${index}.${name}`)}
            aria-describedby={found.length === 0 ? undefined : id}
            placeholder={placeholder ?? label}
            spellCheck={false}
            value={row[name]}
            onChange={(event) =>
              onChange(
                rows.map((other, at) => (at === index ? { ...other, [name]: event.target.value } : other)),
                true,
              )
            }
            onBlur={onLeave}
            onKeyDown={(event) => onKeyDown(event, column)}
          />
        ))}
        <span className={styles.tools}>
          <IconButton
            label={say('Move {place} up', { place })}
            shortcut={nameKey('Alt+ArrowUp')}
            isDisabled={index === 0}
            onPress={() => onMove(index - 1)}
          >
            <ArrowUp size={14} />
          </IconButton>
          <IconButton
            label={say('Move {place} down', { place })}
            shortcut={nameKey('Alt+ArrowDown')}
            isDisabled={index === rows.length - 1}
            onPress={() => onMove(index + 1)}
          >
            <ArrowDown size={14} />
          </IconButton>
          <IconButton label={say('Remove {place}', { place })} onPress={onRemove}>
            <X size={14} />
          </IconButton>
        </span>
      </div>
      {found.length > 0 && (
        <p id={id} className={styles.error}>
          {found.join(' ')}
        </p>
      )}
    </>
  )
}
