import { useMemo } from 'react'
import { type Preferences, usePreference } from '../app/preferences'
import { useDispatch, useWorkspace } from '../app/workspace'
import type { Command } from '../commands/command'

const units = { sentence: 'sentence', paragraph: 'paragraph', section: 'section' } as const

/** What helps to stay with the text: focus, typewriter scrolling, hidden marks, the screen for the text alone. */
export function useFocusCommands(): readonly Command[] {
  const [focus, setFocus] = usePreference('focus')
  const [unit, setUnit] = usePreference('focusUnit')
  const [isTypewriter, setTypewriter] = usePreference('isTypewriter')
  const [areMarksHidden, hideMarks] = usePreference('areMarksHidden')
  const [, setTheme] = usePreference('editorTheme')
  const { isAlone } = useWorkspace()
  const dispatch = useDispatch()
  return useMemo(() => {
    const command = (id: string, name: string, keys: readonly string[], run: () => void): Command => ({
      id,
      name,
      group: 'View',
      keys,
      isEnabled: true,
      run,
    })
    const light = (name: keyof typeof units) =>
      command(`focus-${name}`, `Focus on the ${name}`, [], () => {
        setUnit(name)
        setFocus(name)
      })
    const theme = (name: Preferences['editorTheme'], label: string) =>
      command(`editor-theme-${name}`, `Editor theme: ${label}`, [], () => setTheme(name))
    return [
      command('focus', 'Focus on what is written', ['F8'], () => setFocus(focus === 'off' ? unit : 'off')),
      light('sentence'),
      light('paragraph'),
      light('section'),
      command('typewriter', 'Typewriter scrolling', ['F9'], () => setTypewriter(!isTypewriter)),
      command('full-screen', 'Full screen with the text alone', ['F11'], () =>
        dispatch({ do: 'be-alone', isAlone: !isAlone }),
      ),
      command('hide-marks', 'Hide or show marks away from the cursor', [], () => hideMarks(!areMarksHidden)),
      theme('plain', 'Plain'),
      theme('sepia', 'Sepia'),
      theme('sea', 'Sea'),
      theme('contrast', 'High contrast'),
    ]
  }, [
    focus,
    setFocus,
    unit,
    setUnit,
    isTypewriter,
    setTypewriter,
    areMarksHidden,
    hideMarks,
    setTheme,
    isAlone,
    dispatch,
  ])
}
