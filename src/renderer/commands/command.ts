import type { KeyName } from './keys'

/** One action of the screen, for its key, the palette, the list of shortcuts and the native menu. */
export interface Command {
  /** Stable; the native menu's commands have the same ids (`shellCommands`). */
  readonly id: string
  readonly name: string
  readonly group: 'Posts' | 'Text' | 'View' | 'Site' | 'Help'
  /** The first is the one that is shown. The table gives the usual ones; the writer may have chosen others. */
  readonly keys: readonly KeyName[]
  /** Its keys are of the text: they count only while the text has the focus. */
  readonly isOfText?: boolean
  /** Handled where the focus is, not by the window. */
  readonly isLocal?: boolean
  /** False while it makes no sense, such as publishing without a post. */
  readonly isEnabled: boolean
  /** False says that its key had nothing to do, and does what it does otherwise. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most commands have nothing to say.
  readonly run: () => void | boolean
}

/** A command about what is on screen, which can always be given. */
export const viewCommand = (
  id: string,
  name: string,
  keys: readonly KeyName[],
  run: () => void,
): Command => ({ id, name, group: 'View', keys, isEnabled: true, run })
