import { useEffect } from 'react'
import { usePreference } from '../app/preferences'
import './text-look.css'
import './themes.css'

/** Puts font, size, width and theme of the text on the root, where the style sheets read them. */
export function useTextLook(): void {
  const [font] = usePreference('editorFont')
  const [size] = usePreference('editorSize')
  const [width] = usePreference('lineWidth')
  const [theme] = usePreference('editorTheme')
  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset.editorFont = font
    dataset.lineWidth = width
    dataset.editorTheme = theme
    // In the reader's own unit, so that a larger type of the system makes this larger as well.
    style.setProperty('--writing-size', `${size / 16}rem`)
  }, [font, size, width, theme])
}
