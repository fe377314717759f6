import { useEffect, useRef } from 'react'
import { useServices } from '../app/services'
import { useWords } from '../words/words'
import type { Command } from './command'
import { layOutMenu } from './menu-layout'

/** Commands change with every step of the writer, the menu is looked at now and then. */
const restMs = 200

/** Keeps the native menu, where the shell has one, as the commands are. */
export function useNativeMenu(commands: readonly Command[]): void {
  const { bridge } = useServices()
  const words = useWords()
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (bridge === undefined) return
    const show = () => {
      const menu = layOutMenu(commands, words)
      const text = JSON.stringify(menu)
      if (text === shown.current) return
      shown.current = text
      bridge.showMenu(menu, words.language)
    }
    if (shown.current === undefined) return show()
    const timer = setTimeout(show, restMs)
    return () => clearTimeout(timer)
  }, [bridge, commands, words])
}
