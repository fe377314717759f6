import { useEffect, useState } from 'react'
import type { MediaItem } from '../../api/contract'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import { describeSize, nameOf } from './describe-file'
import { Picture } from './media-grid'
import styles from './replace-dialog.module.css'

interface Props {
  readonly item: MediaItem
  readonly file: File
  readonly onClose: () => void
  readonly onReplace: () => Promise<void>
}

/** Shows what goes and what comes before every post is changed. */
export function ReplaceDialog({ item, file, onClose, onReplace }: Props) {
  const words = useWords()
  const { say } = words
  const [isBusy, setBusy] = useState(false)
  const address = useObjectUrl(file)
  const count = item.uses.length
  return (
    <Dialog
      title={say('Replace everywhere')}
      onClose={onClose}
      isDismissable={!isBusy}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {say('Cancel')}
          </Button>
          <Button
            look="solid"
            isDisabled={isBusy}
            onPress={() => {
              setBusy(true)
              void onReplace().finally(onClose)
            }}
          >
            {isBusy ? say('Replacing…') : say('Replace')}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <figure className={styles.side}>
          <div className={styles.picture}>
            <Picture item={item} />
          </div>
          <figcaption>
            {nameOf(item.path)} <span className={styles.size}>{describeSize(item.size, words)}</span>
          </figcaption>
        </figure>
        <figure className={styles.side}>
          <div className={styles.picture}>
            {file.type.startsWith('image/') && address !== undefined && <img src={address} alt="" />}
          </div>
          <figcaption>
            {file.name} <span className={styles.size}>{describeSize(file.size, words)}</span>
          </figcaption>
        </figure>
      </div>
      <p>
        {say(
          '{count, plural, one {One post uses it, in the text or as the cover, and will show the new file. It keeps a version of what it was.} other {# posts use it, in the text or as the cover, and will show the new file. Each keeps a version of what it was.}} What is published shows it on the site once you update it.',
          { count },
        )}
      </p>
    </Dialog>
  )
}

function useObjectUrl(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
