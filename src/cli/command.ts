import type { ParseArgsConfig } from 'node:util'
import type { Api } from '../api'
import type { Progress } from '../api/contract'

/** What a command prints: the JSON document of `--json`, and the text without it. */
export interface Outcome {
  readonly json: unknown
  /** Printed as it is, to the byte. */
  readonly text: string
  /** 0 when left out. */
  readonly exitCode?: number
}

/** What a command was given. */
export interface Given {
  readonly positionals: readonly string[]
  /** The value of an option, the last one given; undefined when it was left out. */
  text(name: string): string | undefined
  /** Every value of an option that may be given several times. */
  texts(name: string): readonly string[]
  flag(name: string): boolean
}

/** What a command works with. */
export interface Context {
  readonly api: Api
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  /** Prints sentences beside the result, on standard error: the first of many, and how many more there are. */
  readonly note: (...sentences: readonly string[]) => void
  /** Prints an outcome before the command has ended. */
  readonly print: (outcome: Outcome) => void
}

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** `DIR`, `N`: what a value is called in the help. */
  readonly value?: string
  readonly help: string
}

export interface Command {
  readonly name: string
  /** What stands after the name: `POST --body FILE|-`. */
  readonly usage: string
  readonly summary: string
  /** Sentences for `--help` of this command. */
  readonly details?: readonly string[]
  readonly options?: Readonly<Record<string, Option>>
  /** Names of options that can't be left out. */
  readonly required?: readonly string[]
  /** The fewest and the most positionals. */
  readonly positionals: readonly [number, number]
  /** Whether it makes a library where there is none; `screen` makes one with the starter posts. */
  readonly creates: 'never' | 'always' | 'when-given-positionals' | 'screen'
  /** Whether it exports: what that needs is then started while the library is opened. */
  readonly exports?: boolean
  /** Whether Ctrl-C is its to handle; else it ends the process at once. */
  readonly interruptible?: boolean
  /**
   * Reads what was given and returns the work. What is wrong with it is thrown here, before a library is
   * opened or made: UsageError, or a failure of a file that was named.
   */
  readonly prepare: (given: Given) => Work | Alone
}

type Work = (context: Context) => Promise<Outcome | undefined>

/** Work for which no library is opened: there is none yet, or it can't be. */
export interface Alone {
  readonly alone: (context: AloneContext) => Promise<Outcome | undefined>
}
interface AloneContext extends Omit<Context, 'api'> {
  readonly libraryPath: string
}

/** The command line can't be read: exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly command?: Command | undefined,
  ) {
    super(message)
  }
}

export type ParseOptions = NonNullable<ParseArgsConfig['options']>
