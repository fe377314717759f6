import { useDispatch, useWorkspace } from '../app/workspace'
import { CommandPalette } from './command-palette'
import { ExportDialog } from './export-dialog'
import { ImportDialog } from './import-dialog'
import { Shortcuts } from './shortcuts'
import { SiteSettingsDialog } from './site-settings-dialog'

const dialogs = {
  export: ExportDialog,
  import: ImportDialog,
  'site-settings': SiteSettingsDialog,
  'command-palette': CommandPalette,
  'keyboard-shortcuts': Shortcuts,
} as const

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const { dialog } = useWorkspace()
  const dispatch = useDispatch()
  if (dialog === undefined) return null
  const Open = dialogs[dialog]
  return <Open onClose={() => dispatch({ do: 'close-dialog' })} />
}
