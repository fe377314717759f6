import { FolderOpen } from 'lucide-react'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './where-files-are.module.css'

/** Where on this machine everything is that the writer wrote. */
export function WhereFilesAre({ onClose }: { readonly onClose: () => void }) {
  const { info } = useServices()
  const [exported] = usePreference('exportFolder')
  const { say } = useWords()
  return (
    <Dialog
      title={say('Where the files are')}
      width="wide"
      onClose={onClose}
      actions={
        <Button look="solid" onPress={onClose}>
          {say('Done')}
        </Button>
      }
    >
      <dl className={styles.places}>
        <Place
          name={say('The library')}
          path={info.libraryPath}
          about={say(
            'Everything that you write: library.sqlite, and assets/ with your files as you gave them.',
          )}
        />
        <Place
          name={say('The exported site')}
          path={exported || info.suggestedExportFolder}
          about={say('What goes on the web. It can be made anew from the library at any time.')}
        />
      </dl>
    </Dialog>
  )
}

interface PlaceProps {
  readonly name: string
  readonly path: string
  readonly about: string
}

function Place({ name, path, about }: PlaceProps) {
  const { bridge } = useServices()
  const notify = useNotices()
  const { say } = useWords()
  const show = async () => {
    if (!(await bridge?.showFolder(path)))
      notify({ text: say('This folder isn’t there yet.'), kind: 'trouble' })
  }
  const copy = () =>
    navigator.clipboard.writeText(path).then(
      () => notify({ text: say('Copied.') }),
      (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }),
    )
  return (
    <div className={styles.place}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.path}>
        <code dir="ltr">{path}</code>
      </dd>
      <dd className={styles.about}>{about}</dd>
      <dd className={styles.acts}>
        {bridge && (
          <Button onPress={() => void show()}>
            <FolderOpen size={14} strokeWidth={1.75} />
            {say('Show folder')}
          </Button>
        )}
        <Button onPress={() => void copy()}>{say('Copy path')}</Button>
      </dd>
    </div>
  )
}
