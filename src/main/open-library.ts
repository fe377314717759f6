import { dialog } from 'electron'
import { type Api, type ApiOptions, openApi, type RepairReport, repairLibrary } from '../api'
import { LonghandError } from '../document'
import type { Words } from '../words'
import type { LibraryChoice } from './library-choice'

type Opening = Omit<ApiOptions, 'libraryPath' | 'create' | 'starter'>

/**
 * Opens a library; when it can't be opened, says what happened and lets the writer choose another, as often
 * as it takes. Undefined when they would rather quit.
 */
export async function openLibraryOrAsk(
  choice: LibraryChoice,
  opening: Opening,
  words: Words,
): Promise<Api | undefined> {
  let wanted = choice
  for (;;) {
    try {
      return await openApi({ ...opening, libraryPath: wanted.path, create: wanted.create, starter: true })
    } catch (error) {
      opening.log.error(`The library ${wanted.path} could not be opened.`, error)
      const next = await askWhatNow(wanted, error, words)
      if (next === undefined) return undefined
      wanted = next
    }
  }
}

/** The system's chooser for a library: an empty folder becomes one. */
export async function chooseLibraryFolder({ say }: Words): Promise<LibraryChoice | undefined> {
  const { filePaths } = await dialog.showOpenDialog({
    title: say('Open a library'),
    message: say('Choose a library, or an empty folder for a new one.'),
    buttonLabel: say('Open'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return filePaths[0] === undefined ? undefined : { path: filePaths[0], create: true }
}

async function askWhatNow(
  choice: LibraryChoice,
  error: unknown,
  words: Words,
): Promise<LibraryChoice | undefined> {
  const { say, hear } = words
  const reason =
    error instanceof LonghandError ? hear(error.message) : say('The log says more about the cause.')
  const isDamaged = error instanceof LonghandError && error.code === 'corrupt-library'
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Longhand',
    message: isDamaged ? say('The library is damaged.') : say('The library can’t be opened.'),
    detail: isDamaged
      ? withPath(
          say(
            'Longhand can save what can be read, and take what is missing from your backups. The damaged files are kept beside it, so nothing can get worse.',
          ),
          choice.path,
        )
      : withPath(reason, choice.path),
    buttons: [isDamaged ? say('Repair') : say('Try again'), say('Choose another library…'), say('Quit')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  if (response === 2) return undefined
  if (response === 1) return (await chooseLibraryFolder(words)) ?? choice
  if (isDamaged) await repair(choice.path, words)
  return choice
}

const withPath = (text: string, path: string) => (text.includes(path) ? text : `${text}\n\n${path}`)

/** Repairs a library and tells how each post came out. What fails is told when the library is opened again. */
async function repair(path: string, words: Words): Promise<void> {
  const { say, hear } = words
  try {
    const report = await repairLibrary(path)
    await dialog.showMessageBox({
      type: report.ok ? 'info' : 'warning',
      title: 'Longhand',
      message: report.ok ? say('The library is repaired.') : say('The library is repaired in part.'),
      detail: describeReport(report, words),
      noLink: true,
    })
  } catch (error) {
    if (!(error instanceof LonghandError)) throw error
    await dialog.showMessageBox({
      type: 'error',
      title: 'Longhand',
      message: say('The library could not be repaired.'),
      detail: withPath(hear(error.message), path),
      noLink: true,
    })
  }
}

/** More lines than these do not fit on a screen; the command line tells them all. */
const shownLines = 12

function describeReport({ posts, problems, repaired, setAside }: RepairReport, { say }: Words): string {
  const told = [...repaired.map(({ message }) => message), ...problems]
  const more =
    told.length > shownLines ? [say('… and {count, number} more.', { count: told.length - shownLines })] : []
  return [
    say('{posts, plural, one {# post is} other {# posts are}} there.', { posts }),
    ...told.slice(0, shownLines),
    ...more,
    ...(setAside === null ? [] : [say('What was there before is in {folder}.', { folder: setAside })]),
  ].join('\n')
}
