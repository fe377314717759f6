import { RotateCcw, X } from 'lucide-react'
import { Button, IconButton } from '../design/button'
import { Choice } from '../design/choice'
import { useWords } from '../words/words'
import { factsOf, type HistoryItem } from './describe-version'
import styles from './history-head.module.css'
import { NameField } from './name-field'

interface Props {
  readonly item: HistoryItem
  readonly mode: 'text' | 'changes'
  readonly onMode: (mode: 'text' | 'changes') => void
  readonly onRename: (name: string | null) => void
  /** Left out where there is nothing to restore. */
  readonly onRestore: (() => void) | undefined
  readonly onClose: () => void
}

/** Which version is read, and what can be done with it. */
export function HistoryHead({ item, mode, onMode, onRename, onRestore, onClose }: Props) {
  const words = useWords()
  const { say } = words
  const canHaveName = item.kind !== 'now' && item.kind !== 'released'
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        {canHaveName ? (
          <NameField key={item.id} item={item} onRename={onRename} />
        ) : (
          <span className={styles.name}>
            {item.kind === 'now' ? say('As it is now') : say('As the site shows it')}
          </span>
        )}
        <span className={styles.facts}>{factsOf(item, words)}</span>
      </div>
      <div className={styles.acts}>
        <Choice
          label={say('Show')}
          isLabelHidden
          value={mode}
          options={{ text: say('Text'), changes: say('Changes') }}
          onChange={onMode}
        />
        <Button look="solid" isDisabled={onRestore === undefined} onPress={() => onRestore?.()}>
          <RotateCcw size={14} aria-hidden /> {say('Restore this')}
        </Button>
        <IconButton label={say('Close history')} shortcut={say('[key] Esc')} onPress={onClose}>
          <X size={16} />
        </IconButton>
      </div>
    </header>
  )
}
