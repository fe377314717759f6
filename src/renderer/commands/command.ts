import type { KeyName } from './keys'

/** One action of the screen, for its key, the palette, the list of shortcuts and the native menu. */
export interface Command {
  /** Stable; the native menu's commands have the same ids (`shellCommands`). */
  readonly id: string
  readonly name: string
  readonly group: 'Posts' | 'Text' | 'View' | 'Site' | 'Help'
  /** The first is the one that is shown. */
  readonly keys: readonly KeyName[]
  /** Handled where the focus is (the editor's own keys), not by the window. */
  readonly isLocal?: boolean
  /** False while it makes no sense, such as publishing without a post. */
  readonly isEnabled: boolean
  readonly run: () => void
}
