import { useDispatch, useWorkspace } from '../app/workspace'
import { DiscardDialog } from '../desk/discard-dialog'
import { ReplaceInLibrary } from '../find'
import { MarkdownReference } from '../help/markdown-reference'
import { WhereFilesAre } from '../help/where-files-are'
import { SettingsDialog } from '../settings/settings-dialog'
import { BackupsDialog } from './backups-dialog'
import { CommandPalette } from './command-palette'
import { EmptyTrashDialog } from './empty-trash-dialog'
import { ExportDialog } from './export-dialog'
import { ImportDialog } from './import-dialog'
import { QuickOpen, QuickOpenInTab } from './quick-open'
import { Shortcuts } from './shortcuts'

const dialogs = {
  'discard-changes': DiscardDialog,
  'replace-in-library': ReplaceInLibrary,
  backups: BackupsDialog,
  export: ExportDialog,
  import: ImportDialog,
  settings: SettingsDialog,
  'command-palette': CommandPalette,
  'keyboard-shortcuts': Shortcuts,
  'markdown-reference': MarkdownReference,
  'where-files-are': WhereFilesAre,
  'quick-open': QuickOpen,
  'quick-open-tab': QuickOpenInTab,
  'empty-trash': EmptyTrashDialog,
} as const

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const { dialog } = useWorkspace()
  const dispatch = useDispatch()
  if (dialog === undefined) return null
  const Open = dialogs[dialog]
  return <Open onClose={() => dispatch({ do: 'close-dialog' })} />
}
