import { ImagePlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { coverAltOf, writeCoverAlt } from '../../document'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { usePostActions } from '../app/post-actions'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import { CheckedField } from './checked-field'
import styles from './cover-field.module.css'
import type { FieldProps } from './field-props'
import own from './inspector.module.css'

const ChooseImageDialog = lazy(async () => ({
  default: (await import('../site/choose-image-dialog')).ChooseImageDialog,
}))

/** The picture at the head of the post and on its cards, and what it shows in words. */
export function CoverField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const notify = useNotices()
  const { say } = useWords()
  const [isChoosing, setChoosing] = useState(false)
  const { cover } = fields
  const alt = coverAltOf(fields.extra)
  const set = (path: string | null) =>
    actions.set(session.id, { cover: path }).then(
      () => true,
      (error: unknown) => {
        notify({ text: sentenceOf(error), kind: 'trouble' })
        return false
      },
    )
  const remove = async () => {
    if (!(await set(null))) return
    notify({
      text: say('The cover was taken away.'),
      action: { label: say('Undo'), run: () => void set(cover) },
    })
  }
  return (
    <>
      <div className={own.field}>
        <span className={own.label}>{say('Cover')}</span>
        {cover !== null && <img src={`/${cover}`} alt={alt || say('The cover')} className={styles.picture} />}
        {!isReadOnly && (
          <div className={styles.acts}>
            <Button onPress={() => setChoosing(true)}>
              {cover === null && <ImagePlus size={14} strokeWidth={1.75} />}
              {cover === null ? say('Choose a cover…') : say('Choose another…')}
            </Button>
            {cover !== null && (
              <Button look="plain" onPress={() => void remove()}>
                {say('Remove cover')}
              </Button>
            )}
          </div>
        )}
      </div>
      {cover !== null && (
        <CheckedField
          label={say('Alternative text of the cover')}
          value={alt}
          isReadOnly={isReadOnly}
          placeholder={say('What the picture shows')}
          hint={(typed) =>
            typed.trim() === '' && say('Read out to who can’t see it. Empty for a picture that only adorns.')
          }
          save={async (text) => writeCoverAlt(session.doc, text.trim())}
        />
      )}
      {isChoosing && (
        <Suspense>
          <ChooseImageDialog
            title={say('Choose the cover')}
            onClose={() => setChoosing(false)}
            onChoose={(path) => {
              setChoosing(false)
              void set(path)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
