import { ALargeSmall } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { usePreference } from '../app/preferences'
import { IconButton } from '../design/button'
import { Choice } from '../design/choice'
import { Select } from '../design/select'
import { Switch } from '../design/switch'
import { useWords } from '../words/words'
import styles from './look-menu.module.css'

/** As the settings have them, in pixels. */
const sizes = [14, 15, 16, 17, 18, 20, 22, 24]

/** The button with what one changes about the text while writing: focus, marks, letters, colours. */
export function LookMenu() {
  const { say } = useWords()
  return (
    <DialogTrigger>
      <IconButton label={say('Look of the text')}>
        <ALargeSmall size={17} strokeWidth={1.75} />
      </IconButton>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label={say('Look of the text')} className={styles.dialog ?? ''}>
          <Concentration />
          <hr className={styles.line} />
          <Letters />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Concentration() {
  const { say } = useWords()
  const [focus, setFocus] = usePreference('focus')
  const [, setUnit] = usePreference('focusUnit')
  const [isTypewriter, setTypewriter] = usePreference('isTypewriter')
  const [areMarksHidden, hideMarks] = usePreference('areMarksHidden')
  return (
    <>
      <Choice
        label={say('Focus on')}
        value={focus}
        options={{
          off: say('[focus] Everything'),
          sentence: say('[focus] Sentence'),
          paragraph: say('[focus] Paragraph'),
          section: say('[focus] Section'),
        }}
        onChange={(unit) => {
          if (unit !== 'off') setUnit(unit)
          setFocus(unit)
        }}
      />
      <Switch label={say('Typewriter scrolling')} isOn={isTypewriter} onChange={setTypewriter} />
      <Switch label={say('Hide marks while reading')} isOn={areMarksHidden} onChange={hideMarks} />
    </>
  )
}

function Letters() {
  const { say } = useWords()
  const [font, setFont] = usePreference('editorFont')
  const [size, setSize] = usePreference('editorSize')
  const [width, setWidth] = usePreference('lineWidth')
  const [theme, setTheme] = usePreference('editorTheme')
  const [appearance, setAppearance] = usePreference('appearance')
  return (
    <>
      <Choice
        label={say('Editor font')}
        value={font}
        options={{ serif: say('[font] Serif'), sans: say('[font] Sans'), mono: say('[font] Monospace') }}
        onChange={setFont}
      />
      <Select
        label={say('Size of the text')}
        isRow
        value={String(size)}
        options={sizes.map((pixels) => ({ value: String(pixels), label: `${pixels} px` }))}
        onChange={(pixels) => setSize(Number(pixels))}
      />
      <Choice
        label={say('Length of a line')}
        value={width}
        options={{ narrow: say('[width] Narrow'), medium: say('[width] Medium'), wide: say('[width] Wide') }}
        onChange={setWidth}
      />
      <Choice
        label={say('Editor theme')}
        value={theme}
        options={{
          plain: say('[theme] Plain'),
          sepia: say('[theme] Sepia'),
          sea: say('[theme] Sea'),
          contrast: say('[theme] High contrast'),
        }}
        onChange={setTheme}
      />
      <Choice
        label={say('Appearance')}
        value={appearance}
        options={{
          system: say('[appearance] System'),
          light: say('[appearance] Light'),
          dark: say('[appearance] Dark'),
        }}
        onChange={setAppearance}
      />
    </>
  )
}
