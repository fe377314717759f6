import { dialog } from 'electron'
import { type Api, type ApiOptions, openApi } from '../api'
import { LonghandError } from '../document'
import type { LibraryChoice } from './library-choice'

type Opening = Omit<ApiOptions, 'libraryPath' | 'create' | 'starter'>

/**
 * Opens a library; when it can't be opened, says what happened and lets the writer choose another, as often
 * as it takes. Undefined when they would rather quit.
 */
export async function openLibraryOrAsk(choice: LibraryChoice, opening: Opening): Promise<Api | undefined> {
  let wanted = choice
  for (;;) {
    try {
      return await openApi({ ...opening, libraryPath: wanted.path, create: wanted.create, starter: true })
    } catch (error) {
      opening.log.error(`The library ${wanted.path} could not be opened.`, error)
      const next = await askWhatNow(wanted, error)
      if (next === undefined) return undefined
      wanted = next
    }
  }
}

/** The system's chooser for a library: an empty folder becomes one. */
export async function chooseLibraryFolder(): Promise<LibraryChoice | undefined> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Open a Library',
    message: 'Choose a library, or an empty folder for a new one.',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] === undefined ? undefined : { path: filePaths[0], create: true }
}

async function askWhatNow(choice: LibraryChoice, error: unknown): Promise<LibraryChoice | undefined> {
  const reason = error instanceof LonghandError ? error.message : 'The log says more about the cause.'
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Longhand',
    message: 'The library can’t be opened.',
    detail: reason.includes(choice.path) ? reason : `${reason}\n\n${choice.path}`,
    buttons: ['Choose Another Library…', 'Try Again', 'Quit'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 2) return undefined
  return response === 1 ? choice : ((await chooseLibraryFolder()) ?? choice)
}
