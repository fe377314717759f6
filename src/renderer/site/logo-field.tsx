import { useState } from 'react'
import { useNotices } from '../app/notices'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import { ChooseImageDialog } from './choose-image-dialog'
import styles from './logo-field.module.css'
import { useSetting } from './use-setting'

/** The site's logo: one of the library's pictures, or none. */
export function LogoField() {
  const { say } = useWords()
  const { value, set } = useSetting('logo')
  const [isChoosing, setChoosing] = useState(false)
  const notify = useNotices()
  const change = (path: string) => {
    set(path)
    if (path === '')
      notify({ text: say('The logo was taken away.'), action: { label: say('Undo'), run: () => set(value) } })
  }
  return (
    <div className={styles.logo}>
      {value !== '' && <img src={`/${value}`} alt={say('The logo')} className={styles.picture} />}
      <Button onPress={() => setChoosing(true)}>
        {value === '' ? say('Choose a picture…') : say('Choose another…')}
      </Button>
      {value !== '' && (
        <Button look="plain" onPress={() => change('')}>
          {say('Remove')}
        </Button>
      )}
      {isChoosing && (
        <ChooseImageDialog
          title={say('Choose the logo')}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            setChoosing(false)
            change(path)
          }}
        />
      )}
    </div>
  )
}
