import { useQuery } from '@tanstack/react-query'
import type { BackupComparison, BackupItem, BackupRestored } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './backups-dialog.module.css'
import { JobProgress } from './job-progress'
import jobs from './jobs.module.css'
import { useJob } from './use-job'

interface Props {
  readonly item: BackupItem
  readonly onBack: () => void
  readonly onClose: () => void
}

/** What a backup would change, and putting it in the place of the library. */
export function RestoreBackup({ item, onBack, onClose }: Props) {
  const { say, date } = useWords()
  const { calls, drafts } = useServices()
  const { file } = item
  const comparison = useQuery({
    queryKey: ['backups', 'compare', file],
    queryFn: () => calls.backups.compare({ file }),
    staleTime: 0,
    retry: false,
  })
  const restoring = useJob<BackupRestored>(say('The backup is restored.'))
  const isRunning = restoring.state.kind === 'running'
  const restore = () =>
    restoring.run(async (signal) => {
      await drafts.saveAll()
      return calls.backups.restore({ file }, { signal })
    })
  return (
    <Dialog
      title={say('Restore this backup?')}
      width="wide"
      onClose={onClose}
      isDismissable={!isRunning}
      actions={
        <>
          <Button onPress={isRunning ? restoring.cancel : onBack}>
            {isRunning ? say('Cancel') : say('Back')}
          </Button>
          <Button look="danger" isDisabled={isRunning || comparison.data === undefined} onPress={restore}>
            {say('Restore')}
          </Button>
        </>
      }
    >
      <p>
        {say('The library becomes as it was on {moment}. What is there now is kept as a backup first.', {
          moment: date(item.at, { dateStyle: 'long', timeStyle: 'short' }),
        })}
      </p>
      {comparison.isPending && <JobProgress label={say('Comparing')} progress={undefined} />}
      {comparison.error && <p role="alert">{sentenceOf(comparison.error)}</p>}
      {comparison.data && <Differences of={comparison.data} />}
      {restoring.state.kind === 'running' && (
        <JobProgress label={say('Restoring')} progress={restoring.state.progress} />
      )}
      {restoring.state.kind === 'failed' && <p role="alert">{restoring.state.reason}</p>}
    </Dialog>
  )
}

function Differences({ of: { added, changed, missing } }: { readonly of: BackupComparison }) {
  const { say, number } = useWords()
  const groups = [
    { title: say('Come back'), posts: added },
    { title: say('Read as they did then'), posts: changed },
    { title: say('Are not in the backup and go'), posts: missing },
  ].filter(({ posts }) => posts.length > 0)
  if (groups.length === 0) return <p>{say('Every post reads in the backup as it does now.')}</p>
  return (
    <div className={styles.differences}>
      {groups.map(({ title, posts }) => (
        <section key={title} aria-label={title}>
          <h3>
            {title} <span className={jobs.faint}>{number(posts.length)}</span>
          </h3>
          <ul>
            {posts.slice(0, mostShown).map((post) => (
              <li key={post.id}>{post.title || say('Untitled')}</li>
            ))}
          </ul>
          {posts.length > mostShown && (
            <p className={jobs.faint}>
              {say('and {count, number} more', { count: posts.length - mostShown })}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

/** Titles of a group that are named; the rest is counted. */
const mostShown = 50
