import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { SiteFinding } from '../../api/contract'
import { term } from '../../words'
import { useWords } from '../words/words'
import styles from './finding-item.module.css'
import { useGoToFinding } from './go-to-finding'

const signs = {
  error: { icon: CircleAlert, name: term('Error') },
  warning: { icon: TriangleAlert, name: term('Warning') },
  note: { icon: Info, name: term('Note') },
} as const

interface Props {
  readonly finding: SiteFinding
  /** Whether it is said in which post it is. */
  readonly isTitleShown: boolean
}

/** One thing to look at: what it is, where, and what to do. A press on the place leads there. */
export function FindingItem({ finding, isTitleShown }: Props) {
  const { say, hear } = useWords()
  const { severity, post, line, message, fix } = finding
  const { icon: Icon, name } = signs[severity]
  const go = useGoToFinding()
  const inPost = [
    isTitleShown ? post?.title || say('Untitled') : undefined,
    line === undefined ? undefined : say('Line {line}', { line: String(line) }),
  ]
  const place =
    post === undefined ? say('Site settings') : inPost.filter((part) => part !== undefined).join(', ')
  return (
    <li className={styles.item} data-severity={severity}>
      <Icon size={15} className={styles.sign} aria-label={say(name)} role="img" />
      <div className={styles.words}>
        <p>{hear(message)}</p>
        <p className={styles.fix}>{hear(fix)}</p>
        {place !== '' && (
          <Button className={styles.place ?? ''} onPress={() => go(finding)} aria-description={hear(message)}>
            {place}
          </Button>
        )}
      </div>
    </li>
  )
}
