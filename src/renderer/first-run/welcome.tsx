import { BookOpenText, FilePlus2, FolderInput, PenLine } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { useWords } from '../words/words'
import { useBeginning } from './use-beginning'
import styles from './welcome.module.css'

/**
 * What a newcomer sees above everything else, until they have chosen how to begin. It stands in nobody's
 * way: the sample can be written in while it is there.
 */
export function Welcome() {
  const { info } = useServices()
  const [welcomeTo, welcome] = usePreference('welcomeTo')
  const wasNew = useRef(info.isNew && !hasBeenWelcomed(info.epoch))
  useEffect(() => {
    if (!wasNew.current) return
    wasNew.current = false
    noteWelcome(info.epoch)
    welcome(info.libraryPath)
  }, [info, welcome])
  return welcomeTo === info.libraryPath ? <Ways onChosen={() => welcome('')} /> : null
}

/** A library is new for as long as the program runs that made it; its writer is welcomed once. */
const welcomedKey = 'longhand.welcomed'
const hasBeenWelcomed = (library: string) => sessionStorage.getItem(welcomedKey) === library
const noteWelcome = (library: string) => sessionStorage.setItem(welcomedKey, library)

function Ways({ onChosen }: { readonly onChosen: () => void }) {
  const { say } = useWords()
  const beginning = useBeginning(onChosen)
  return (
    <section aria-label={say('Welcome')} className={styles.welcome} data-pane="welcome" data-goes-away>
      <div className={styles.words}>
        <h2 className={styles.title}>{say('Welcome to Longhand')}</h2>
        <p>
          {say('Change a sentence on the left: the page beside it changes as you type. How do you begin?')}
        </p>
      </div>
      <div className={styles.ways}>
        <Way icon={<PenLine size={18} strokeWidth={1.5} />} isFirst onPress={beginning.withSample}>
          {say('Try it on the sample')}
        </Way>
        <Way icon={<FolderInput size={18} strokeWidth={1.5} />} onPress={beginning.withImport}>
          {say('Bring in my posts…')}
        </Way>
        <Way icon={<FilePlus2 size={18} strokeWidth={1.5} />} onPress={() => void beginning.withEmptyPage()}>
          {say('Begin with an empty page')}
        </Way>
        <Way icon={<BookOpenText size={18} strokeWidth={1.5} />} onPress={beginning.withReference}>
          {say('How Markdown is written')}
        </Way>
      </div>
    </section>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly isFirst?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Way({ icon, isFirst, onPress, children }: WayProps) {
  return (
    <Button className={styles.way ?? ''} onPress={onPress} {...(isFirst ? { 'data-pane-focus': '' } : {})}>
      {icon}
      {children}
    </Button>
  )
}
