import { Facet } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Command } from '../commands/command'

/** The app's commands as they stand now, for what the editor itself offers. */
export const appCommands = Facet.define<() => readonly Command[]>()

/** Runs a command of the app from within the editor; says whether it could. */
export function runAppCommand(view: EditorView, id: string): boolean {
  const [commands] = view.state.facet(appCommands)
  const command = commands?.().find((candidate) => candidate.id === id)
  return command?.isEnabled === true && command.run() !== false
}
