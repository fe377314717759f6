import type { Page } from '@playwright/test'
import type { CommandResult } from './command-line.ts'

/**
 * Longhand in one of its shells, on a library folder of its own. A spec may do here what a writer can do:
 * start it, use its screen, close it, lose it to a crash, and work on the same library from a terminal.
 */
export interface App {
  readonly shell: 'electron' | 'browser'
  /** The library's folder; it is born at the first `open` or `longhand`. */
  readonly library: string
  /** An empty folder of this test alone. */
  readonly folder: string
  /** The window. Throws while the app isn't open. */
  readonly page: Page
  /** Starts the app; resolves when its list of posts is on screen. */
  open(): Promise<Page>
  /** Ends the app as a writer does, by closing its window. Safe when it isn't open. */
  close(): Promise<void>
  /** Ends the process that holds the library by SIGKILL. */
  kill(): Promise<void>
  /** Runs `longhand --library <library> …args`; `input` is its standard input. */
  longhand(args: readonly string[], input?: string): Promise<CommandResult>
  /**
   * Chooses `path` in the shell's folder chooser, which `ask` makes appear with the folder that holds it.
   * null chooses nothing: the writer cancels.
   */
  chooseFolder(path: string | null, ask: () => Promise<unknown>): Promise<void>
}

/** How long one step on the screen may take on a busy machine; a test that hangs is told by its step. */
export const stepTimeoutMs = 15_000

/** What a shell has to bring of its own; `startApp` adds the rest. */
export interface Shell {
  readonly shell: App['shell']
  /** Of the process that holds the library; undefined while it isn't running. */
  readonly pid: number | undefined
  start(library: string): Promise<Page>
  stop(): Promise<void>
  kill(): Promise<void>
  chooseFolder: App['chooseFolder']
}
