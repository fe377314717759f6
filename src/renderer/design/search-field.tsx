import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components'
import { useWords } from '../words/words'
import styles from './search-field.module.css'

interface Props {
  /** What assistive tools call it. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onKeyDown?: ComponentProps<typeof AriaSearchField>['onKeyDown']
  readonly placeholder?: string
  /** Whether it is the search that the key for it goes to. */
  readonly isMain?: boolean
  readonly size?: 'small' | 'control'
  /** Where it stands and how wide it is. */
  readonly className?: string | undefined
}

/** A field to search in what is shown, with a glass before it and, when it holds something, a way to clear it. */
export function SearchField(props: Props) {
  const { say } = useWords()
  const {
    label,
    value,
    onChange,
    onKeyDown,
    placeholder = say('Search'),
    isMain,
    size = 'small',
    className,
  } = props
  return (
    <AriaSearchField
      aria-label={label}
      className={`${styles.search} ${className ?? ''}`}
      data-size={size}
      value={value}
      onChange={onChange}
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <Search size={14} className={styles.glass} />
      <Input
        className={styles.input ?? ''}
        placeholder={placeholder}
        data-search-box={isMain || undefined}
        spellCheck={false}
      />
      {value !== '' && (
        <Button className={styles.clear ?? ''} aria-label={say('Clear search')}>
          <X size={13} />
        </Button>
      )}
    </AriaSearchField>
  )
}
