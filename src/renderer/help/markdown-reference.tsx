import type { Term } from '../../words'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './markdown-reference.module.css'
import { reference } from './reference'

/** What can be written in a post, and what comes of it. */
export function MarkdownReference({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog
      title={say('Markdown reference')}
      width="wide"
      onClose={onClose}
      actions={
        <Button look="solid" onPress={onClose}>
          {say('Done')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <div className={styles.scroller} tabIndex={0}>
        {reference.map(({ name, rows }) => (
          <Part key={name} name={name} rows={rows} />
        ))}
      </div>
    </Dialog>
  )
}

function Part({ name, rows }: { readonly name: Term; readonly rows: (typeof reference)[number]['rows'] }) {
  const { say } = useWords()
  return (
    <section className={styles.part}>
      <h3 className={styles.name}>{say(name)}</h3>
      <dl>
        {rows.map(({ written, gives }) => (
          <div key={written} className={styles.row}>
            <dt className={styles.written}>
              <code dir="ltr">{written}</code>
            </dt>
            <dd>{say(gives)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
