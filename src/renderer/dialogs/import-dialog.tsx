import { useState } from 'react'
import type { ImportReport } from '../../api/contract'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import { Figures, Warnings } from './export-result'
import { FolderField } from './folder-field'
import { JobProgress } from './job-progress'
import styles from './jobs.module.css'
import { useJob } from './use-job'

/** Brings in a folder of Markdown files, and says what came in, what didn't and why. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { calls } = useServices()
  const [remembered, remember] = usePreference('importFolder')
  const [folder, setFolder] = useState(remembered)
  const job = useJob<ImportReport>(say('Import finished'))
  const { state } = job
  const start = () => {
    const path = folder.trim()
    remember(path)
    job.run((signal) => calls.imports.start({ path }, { signal }))
  }
  const isRunning = state.kind === 'running'
  const isDone = state.kind === 'done'
  return (
    <Dialog
      title={isDone ? say('Import finished') : say('Import a folder')}
      width="wide"
      onClose={onClose}
      isDismissable={!isRunning}
      actions={
        isDone ? (
          <Button look="solid" onPress={onClose} autoFocus>
            {say('Done')}
          </Button>
        ) : (
          <>
            <Button onPress={isRunning ? job.cancel : onClose}>{say('Cancel')}</Button>
            <Button look="solid" isDisabled={isRunning || folder.trim() === ''} onPress={start}>
              {say('Import')}
            </Button>
          </>
        )
      }
    >
      {isDone ? (
        <Report report={state.result} />
      ) : (
        <>
          <FolderField
            purpose="import"
            value={folder}
            hint={say(
              'Markdown files in it and below become posts, with their front matter, images and links. The files stay as they are.',
            )}
            isDisabled={isRunning}
            onChange={setFolder}
            onSubmit={start}
          />
          {isRunning && <JobProgress label={say('Importing')} progress={state.progress} />}
          {state.kind === 'cancelled' && (
            <p>
              {say('Cancelled. Posts that had come in are here; importing the folder again brings the rest.')}
            </p>
          )}
          {state.kind === 'failed' && (
            <div role="alert" className={styles.failure}>
              <p>{state.reason}</p>
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}

function Report({ report }: { readonly report: ImportReport }) {
  const { say, hear } = useWords()
  const items = (list: ImportReport['skipped']) =>
    list.map(({ path, reason }) => ({ path, text: hear(reason) }))
  return (
    <>
      <Figures
        figures={[
          [say('Imported'), report.imported],
          [say('Updated'), report.updated],
          [say('Unchanged'), report.unchanged],
          [say('Skipped'), report.skipped.length],
          [say('Images and files'), report.assets],
        ]}
      />
      <Warnings title={say('Skipped')} items={items(report.skipped)} />
      <Warnings items={items(report.warnings)} />
    </>
  )
}
