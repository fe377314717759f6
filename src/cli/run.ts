import { type Api, type ApiOptions, openApi } from '../api'
import type { Progress } from '../api/contract'
import { LonghandError } from '../document'
import { readArguments, wantsJson } from './arguments'
import { type Command, type Given, type Outcome, UsageError } from './command'
import { commands } from './commands'
import { type Failure, toFailure } from './failure'
import { helpText, usageLine } from './help'
import { type Output, openTerminal, type Terminal } from './terminal'

/** What the process gives to a run. */
export interface Surroundings {
  readonly out: Output
  readonly error: Output
  readonly version: string
  /** How a library is opened, but for its path and what becomes of a missing one. */
  readonly opening: Omit<ApiOptions, 'libraryPath' | 'create' | 'starter'>
  readonly libraryPath: (option: string | undefined) => string
  /** Calls `stop` at Ctrl-C until the disposer is called. */
  readonly onInterrupt: (stop: () => void) => () => void
}

/** Does what the command line asks for, prints it, and gives the exit code. Never throws. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  const terminal = openTerminal(around.out, around.error, wantsJson(argv))
  try {
    const request = readArguments(argv, commands)
    if (request.kind === 'version') {
      terminal.print({ json: { version: around.version }, text: `${around.version}\n` })
      return 0
    }
    if (request.kind === 'help') {
      const text = helpText(commands, request.command)
      terminal.print({ json: { help: text }, text })
      return 0
    }
    return await runCommand(request, around, terminal)
  } catch (error) {
    terminal.clear()
    return tell(error, terminal)
  }
}

/** What to do about a failure on the command line, by its code. */
const hints: Readonly<Record<string, string>> = {
  'corrupt-library': 'longhand verify --repair saves what can be saved and keeps the damaged files.',
  'not-our-folder': '--force exports into it all the same.',
  'not-a-library': '--library DIR or LONGHAND_LIBRARY names another folder; longhand new starts a library.',
}

function tell(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const more = error.command === undefined ? 'longhand --help' : `longhand ${error.command.name} --help`
    terminal.fail(
      { code: 'usage', message: error.message },
      `${usageLine(error.command)}\n${more} says more.`,
    )
    return 2
  }
  const failure: Failure = toFailure(error)
  terminal.fail(failure, hints[failure.code])
  return failure.code === 'cancelled' ? 130 : 1
}

async function runCommand(
  { command, library, given }: { command: Command; library: string | undefined; given: Given },
  around: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const work = command.prepare(given)
  const stop = new AbortController()
  const release = command.interruptible === true ? around.onInterrupt(() => stop.abort()) : undefined
  const context = {
    signal: stop.signal,
    onProgress: (progress: Progress) => terminal.progress(progress),
    note: (...sentences: readonly string[]) => terminal.note(sentences),
    print: (early: Outcome) => terminal.print(early),
  }
  const libraryPath = around.libraryPath(library)
  let api: Api | undefined
  try {
    if ('alone' in work) return finish(await work.alone({ ...context, libraryPath }), terminal)
    api = await openApi({
      ...around.opening,
      // A thread that starts for one search would only cost.
      ...(command.creates === 'screen' ? {} : { libraryWorker: undefined, checkWorker: undefined }),
      libraryPath,
      exportsSoon: command.exports === true,
      create: createsLibrary(command, given),
      starter: command.creates === 'screen',
      automaticBackups: command.creates === 'screen',
    })
    return finish(await work({ ...context, api }), terminal)
  } catch (error) {
    // A call that is cut off may say so in its own words.
    throw stop.signal.aborted && !(error instanceof UsageError)
      ? new LonghandError('cancelled', toFailure(error).message, { cause: error })
      : error
  } finally {
    release?.()
    await api?.close()
  }
}

/** Prints what a command has to say at its end, and gives the exit code. */
function finish(outcome: Outcome | undefined, terminal: Terminal): number {
  if (outcome !== undefined) terminal.print(outcome)
  return outcome?.exitCode ?? 0
}

function createsLibrary(command: Command, given: Given): boolean {
  if (command.creates === 'when-given-positionals') return given.positionals.length > 0
  return command.creates !== 'never'
}
