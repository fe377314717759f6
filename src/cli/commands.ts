import type { Command } from './command'
import { assets } from './commands/assets'
import { backup } from './commands/backup'
import { check } from './commands/check'
import { edit, newPost, restore, set, trash } from './commands/edit-posts'
import { exportCommand } from './commands/export'
import { diff, history, release, restoreVersion } from './commands/history'
import { importCommand } from './commands/import'
import { list, search, show } from './commands/read-posts'
import { serve } from './commands/serve'
import { site } from './commands/site'
import { tags } from './commands/tags'
import { theme } from './commands/theme'
import { verify } from './commands/verify'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  newPost,
  edit,
  set,
  list,
  show,
  trash,
  restore,
  history,
  diff,
  restoreVersion,
  release,
  tags,
  site,
  theme,
  assets,
  search,
  check,
  exportCommand,
  backup,
  verify,
  serve,
]
