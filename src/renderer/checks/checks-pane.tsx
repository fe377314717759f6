import { useId } from 'react'
import type { SiteFinding } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { Button } from '../design/button'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import styles from './checks-pane.module.css'
import { FindingItem } from './finding-item'
import { type Checked, usePostChecks, useSiteChecks } from './use-checks'

/** More would be a list that nobody reads; what is worst comes first. */
const mostShown = 200

/** What there is to look at, in the open post and on the site. It may be left as it is: nothing waits for it. */
export function ChecksPane({ session: { id } }: Pick<SidePaneProps, 'session'>) {
  const { say } = useWords()
  const inPost = usePostChecks(id)
  const onSite = useSiteChecks()
  return (
    <>
      <Group title={say('This post')} checked={inPost} none={say('Nothing to look at in this post.')} />
      <Group
        title={say('The site')}
        isSite
        checked={onSite}
        none={say('Nothing to look at in what is published.')}
        // What the open post has is above, as it reads now.
        isOf={({ post }) => post?.id !== id}
      />
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly checked: Checked
  readonly none: string
  /** Whether it is of the site, where it has to be said in which post a finding is. */
  readonly isSite?: boolean
  readonly isOf?: (finding: SiteFinding) => boolean
}

function Group({
  title,
  checked: { found, error, retry },
  none,
  isSite = false,
  isOf = () => true,
}: GroupProps) {
  const { say, number } = useWords()
  const id = useId()
  const findings = found?.filter(isOf)
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h3 id={id} className={styles.name}>
        {title}
        {findings !== undefined && findings.length > 0 && (
          <span className={styles.count}>{number(findings.length)}</span>
        )}
      </h3>
      {findings === undefined ? (
        error === null ? (
          <p className={styles.none}>{say('Looking…')}</p>
        ) : (
          <div className={styles.none}>
            <p role="alert">{sentenceOf(error)}</p>
            <Button onPress={retry}>{say('Try again')}</Button>
          </div>
        )
      ) : findings.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul aria-label={title}>
          {findings.slice(0, mostShown).map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two findings may read alike.
            <FindingItem key={index} finding={finding} isTitleShown={isSite} />
          ))}
        </ul>
      )}
      {findings !== undefined && findings.length > mostShown && (
        <p className={styles.none}>
          {say('And {count, number} more: longhand check names them all.', {
            count: findings.length - mostShown,
          })}
        </p>
      )}
    </section>
  )
}
