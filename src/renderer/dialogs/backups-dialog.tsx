import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupItem, BackupMade } from '../../api/contract'
import { type Term, term } from '../../words'
import { sentenceOf } from '../app/connection'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './backups-dialog.module.css'
import { FolderField } from './folder-field'
import { JobProgress } from './job-progress'
import jobs from './jobs.module.css'
import { RestoreBackup } from './restore-backup'
import { useJob } from './use-job'

const backups = ['backups'] as const

/** The backups of the library: those that are there, one more, where they go, and bringing one back. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<BackupItem>()
  return chosen === undefined ? (
    <Backups onClose={onClose} onChoose={setChosen} />
  ) : (
    <RestoreBackup item={chosen} onBack={() => setChosen(undefined)} onClose={onClose} />
  )
}

interface Props {
  readonly onClose: () => void
  readonly onChoose: (item: BackupItem) => void
}

function Backups({ onClose, onChoose }: Props) {
  const { say } = useWords()
  const { calls, drafts } = useServices()
  const queries = useQueryClient()
  const list = useQuery({ queryKey: backups, queryFn: () => calls.backups.list(), staleTime: 0 })
  const making = useJob<BackupMade>(say('The backup is made.'))
  const [folder, setFolder] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const isRunning = making.state.kind === 'running'
  const make = () =>
    making.run(async (signal) => {
      await drafts.saveAll()
      const events = await calls.backups.make({}, { signal })
      return refreshAfter(events, () => queries.invalidateQueries({ queryKey: backups }))
    })
  const move = async () => {
    try {
      setTrouble(undefined)
      await calls.backups.setFolder({ folder: folder?.trim() || null })
      setFolder(undefined)
      await queries.invalidateQueries({ queryKey: backups })
    } catch (error) {
      setTrouble(sentenceOf(error))
    }
  }
  const problem = trouble ?? list.data?.trouble ?? (list.error ? sentenceOf(list.error) : undefined)
  return (
    <Dialog
      title={say('Backups')}
      width="wide"
      onClose={onClose}
      isDismissable={!isRunning}
      actions={
        <>
          <Button onPress={isRunning ? making.cancel : onClose}>
            {isRunning ? say('Cancel') : say('Close')}
          </Button>
          <Button look="solid" isDisabled={isRunning} onPress={make}>
            {say('Back up now')}
          </Button>
        </>
      }
    >
      <p className={jobs.faint}>
        {say(
          'One is made every day and opened to see that it is whole: seven days, four weeks and twelve months are kept.',
        )}
      </p>
      <FolderField
        purpose="backups"
        value={folder ?? list.data?.folder ?? ''}
        hint={say('Another disk keeps them safe from this one. Enter moves new backups there.')}
        isDisabled={isRunning}
        onChange={setFolder}
        onSubmit={() => void move()}
      />
      {folder !== undefined && folder !== list.data?.folder && (
        <Button onPress={() => void move()}>{say('Use this folder')}</Button>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
      {making.state.kind === 'running' && (
        <JobProgress label={say('Backing up')} progress={making.state.progress} />
      )}
      {making.state.kind === 'failed' && <p role="alert">{making.state.reason}</p>}
      {making.state.kind === 'done' && (
        <p role="status">
          {say('Backed up: {count, plural, one {# post} other {# posts}}, opened and checked.', {
            count: making.state.result.posts,
          })}
        </p>
      )}
      <BackupList items={list.data?.items} isDisabled={isRunning} onChoose={onChoose} />
    </Dialog>
  )
}

interface ListProps {
  readonly items: readonly BackupItem[] | undefined
  readonly isDisabled: boolean
  readonly onChoose: (item: BackupItem) => void
}

function BackupList({ items, isDisabled, onChoose }: ListProps) {
  const { say, number, date } = useWords()
  if (items === undefined) return null
  if (items.length === 0)
    return <p>{say('There is no backup yet. The first one is made by itself, or now.')}</p>
  return (
    <ul aria-label={say('Backups')} className={styles.list}>
      {items.map((item) => (
        <li key={item.file}>
          <div>
            <span>{date(item.at, { dateStyle: 'long', timeStyle: 'short' })}</span>
            <span className={jobs.faint}>
              {item.ok
                ? [
                    say(kinds[item.kind]),
                    say('{count, plural, one {# post} other {# posts}}', { count: item.posts }),
                    `${number(item.size / 1e6, { maximumFractionDigits: 1 })}\u00a0MB`,
                  ].join(' · ')
                : say('Can’t be read')}
            </span>
          </div>
          <Button
            aria-label={say('Restore the backup of {moment}', {
              moment: date(item.at, { dateStyle: 'short', timeStyle: 'medium' }),
            })}
            isDisabled={isDisabled || !item.ok}
            onPress={() => onChoose(item)}
          >
            {say('Restore…')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const kinds: Readonly<Record<BackupItem['kind'], Term>> = {
  daily: term('[backup] Daily'),
  manual: term('[backup] By hand'),
  'before-restore': term('[backup] Before a restore'),
  'before-repair': term('[backup] Before a repair'),
  'before-upgrade': term('[backup] Before an upgrade'),
}

/** The same events; `then` is called after the last. */
async function* refreshAfter<Event>(
  events: AsyncIterable<Event>,
  then: () => unknown,
): AsyncGenerator<Event> {
  yield* events
  then()
}
