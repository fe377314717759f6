import { useMemo } from 'react'
import { type Preferences, usePreference } from '../app/preferences'
import { useDispatch, useWorkspace } from '../app/workspace'
import { type Command, viewCommand as command } from '../commands/command'
import { useWords } from '../words/words'

/** What helps to stay with the text: focus, typewriter scrolling, hidden marks, the screen for the text alone. */
export function useFocusCommands(): readonly Command[] {
  const [focus, setFocus] = usePreference('focus')
  const [focusUnit, setUnit] = usePreference('focusUnit')
  const [isTypewriter, setTypewriter] = usePreference('isTypewriter')
  const [areMarksHidden, hideMarks] = usePreference('areMarksHidden')
  const [, setTheme] = usePreference('editorTheme')
  const { isAlone } = useWorkspace()
  const dispatch = useDispatch()
  const { say } = useWords()
  return useMemo(() => {
    const light = (unit: Preferences['focusUnit'], name: string) =>
      command(`focus-${unit}`, name, [], () => {
        setUnit(unit)
        setFocus(unit)
      })
    const theme = (name: Preferences['editorTheme'], label: string) =>
      command(`editor-theme-${name}`, label, [], () => setTheme(name))
    return [
      command('focus', say('Focus on what is written'), ['F8'], () =>
        setFocus(focus === 'off' ? focusUnit : 'off'),
      ),
      light('sentence', say('Focus on the sentence')),
      light('paragraph', say('Focus on the paragraph')),
      light('section', say('Focus on the section')),
      command('typewriter', say('Typewriter scrolling'), ['F9'], () => setTypewriter(!isTypewriter)),
      command('full-screen', say('Full screen with the text alone'), ['F11'], () =>
        dispatch({ do: 'be-alone', isAlone: !isAlone }),
      ),
      command('hide-marks', say('Hide or show marks away from the cursor'), [], () =>
        hideMarks(!areMarksHidden),
      ),
      theme('plain', say('Editor theme: plain')),
      theme('sepia', say('Editor theme: sepia')),
      theme('sea', say('Editor theme: sea')),
      theme('contrast', say('Editor theme: high contrast')),
    ]
  }, [
    focus,
    setFocus,
    focusUnit,
    setUnit,
    isTypewriter,
    setTypewriter,
    areMarksHidden,
    hideMarks,
    setTheme,
    isAlone,
    dispatch,
    say,
  ])
}
