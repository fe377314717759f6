import { useState } from 'react'
import type { ExportResult } from '../../api/contract'
import type { Words } from '../../words'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { openOutside } from '../app/shell'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { drawRich, useWords } from '../words/words'
import { ChecksBefore } from './checks-before'
import { ExportResultView } from './export-result'
import { FolderField } from './folder-field'
import { JobProgress } from './job-progress'
import styles from './jobs.module.css'
import { useJob } from './use-job'

/** Exports the site into a folder: chosen, watched, cancelled, looked at. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { say } = words
  const { calls, info, drafts } = useServices()
  const [remembered, remember] = usePreference('exportFolder')
  const [folder, setFolder] = useState(remembered || info.suggestedExportFolder)
  const [unsaved, setUnsaved] = useState<readonly string[]>([])
  const job = useJob<ExportResult>(say('Site exported'))
  const { state } = job
  const start = (force: boolean) => {
    const out = folder.trim()
    remember(out)
    job.run(async (signal) => {
      setUnsaved([])
      await drafts.saveAll().catch((error: unknown) => setUnsaved([unsavedSentence(error, words)]))
      return calls.exports.start({ out, force }, { signal })
    })
  }
  const isRunning = state.kind === 'running'
  const isDone = state.kind === 'done'
  return (
    <Dialog
      title={isDone ? say('Site exported') : say('Export site')}
      width="wide"
      onClose={onClose}
      isDismissable={!isRunning}
      actions={
        isDone ? (
          <ResultActions out={state.result.out} onClose={onClose} />
        ) : (
          <>
            <Button onPress={isRunning ? job.cancel : onClose}>{say('Cancel')}</Button>
            <Button look="solid" isDisabled={isRunning || folder.trim() === ''} onPress={() => start(false)}>
              {say('Export')}
            </Button>
          </>
        )
      }
    >
      {isDone ? (
        <ExportResultView
          result={{ ...state.result, warnings: [...unsaved, ...state.result.warnings.map(words.hear)] }}
        />
      ) : (
        <>
          <FolderField
            purpose="export"
            value={folder}
            hint={say(
              'Published posts become a static site here. The old site stays until the new one is whole.',
            )}
            isDisabled={isRunning}
            onChange={setFolder}
            onSubmit={() => start(false)}
          />
          {state.kind === 'idle' && <ChecksBefore onClose={onClose} />}
          {isRunning && <JobProgress label={say('Exporting')} progress={state.progress} />}
          {state.kind === 'cancelled' && (
            <p>{say('Cancelled. The site in the folder is as it was before.')}</p>
          )}
          {state.kind === 'failed' && (
            <Failure code={state.code} reason={state.reason} onForce={() => start(true)} />
          )}
        </>
      )}
    </Dialog>
  )
}

const unsavedSentence = (error: unknown, { say }: Words) =>
  say('Your latest edits could not be saved. {reason} The site has the text that was saved last.', {
    reason: sentenceOf(error),
  })

interface FailureProps {
  readonly code: string
  readonly reason: string
  readonly onForce: () => void
}

function Failure({ code, reason, onForce }: FailureProps) {
  const { say, rich } = useWords()
  return (
    <div role="alert" className={styles.failure}>
      <p>{reason}</p>
      {code === 'not-our-folder' && (
        <>
          <p>
            {drawRich(
              rich(
                'If you export here anyway, your files stay. One that stands where a page of the site belongs is kept beside it as <code>name.kept-…</code>. Only files of earlier exports are removed.',
                { code: (inside) => <code>{inside}</code> },
              ),
            )}
          </p>
          <Button look="danger" onPress={onForce}>
            {say('Export here anyway')}
          </Button>
        </>
      )}
    </div>
  )
}

function ResultActions({ out, onClose }: { readonly out: string; readonly onClose: () => void }) {
  const { say } = useWords()
  const { calls, bridge } = useServices()
  const notify = useNotices()
  const view = async () => {
    try {
      const { url } = await calls.exports.view({ out })
      openOutside(url, bridge)
    } catch (error) {
      notify({ text: sentenceOf(error), kind: 'trouble' })
    }
  }
  return (
    <>
      {bridge && <Button onPress={() => void bridge.showFolder(out)}>{say('Show folder')}</Button>}
      <Button onPress={() => void view()}>{say('View site')}</Button>
      <Button look="solid" onPress={onClose} autoFocus>
        {say('Done')}
      </Button>
    </>
  )
}
