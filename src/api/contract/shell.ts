import type { NativeMenu } from './menu'

/**
 * What a page can ask of the desktop shell beside the calls: `window.longhand`, put there by the preload.
 * It is absent in the browser shell.
 */
export interface ShellBridge {
  readonly shell: 'electron'
  /**
   * Asks for a connection. The port arrives in a `message` event of the window whose `source` is the window
   * itself and whose `data` is `portMessage`; listen first, then ask. May be asked again after a port closed.
   */
  requestPort(): void
  /** Loads the page anew, which can't navigate by itself: another library stands in the place of the one it shows. */
  startAnew(): void
  /** The system's folder chooser: the full path, or null when the writer cancelled. */
  chooseFolder(purpose: FolderPurpose): Promise<string | null>
  /** Shows a folder in the system's file manager; says whether it could. */
  showFolder(path: string): Promise<boolean>
  /** Opens another window, with the post of this id on its desk if one is named. */
  openWindow(post: string | null): void
  /** Opens a web or mail address in the system's browser; says whether it was let out. */
  openExternal(url: string): Promise<boolean>
  /** Makes this the native menu, in place of the one before; the shell's own dialogs speak its language. */
  showMenu(menu: NativeMenu, language: string): void
  /** The system's own spelling, where it has one that needs no network (macOS); undefined elsewhere. */
  readonly spelling: SystemSpelling | undefined
  /** Calls `listener` with the id of each command that is chosen in the native menu. Returns what stops it. */
  onCommand(listener: (command: string) => void): () => void
  /**
   * Before the window closes, `listener` sends what isn't saved yet and resolves when it is acknowledged; the
   * window closes then. When it rejects, or says nothing for five seconds, the writer is asked first. Returns
   * what stops it.
   */
  onFlush(listener: () => Promise<void>): () => void
}

/** What the system knows of words, in the languages that it is set to. */
export interface SystemSpelling {
  isMisspelled(word: string): boolean
  /** Best first. */
  suggest(word: string): readonly string[]
}

/** The `data` of the message that carries the port. */
export const portMessage = 'longhand:port'

/** Why a folder is chosen, which decides the words of the chooser. */
export const folderPurposes = ['import', 'export', 'backups'] as const
export type FolderPurpose = (typeof folderPurposes)[number]

/** What the preload asks of the main process, by channel; the page never names a channel. */
export interface ShellRequests {
  'choose-folder': (purpose: FolderPurpose) => string | null
  'show-folder': (path: string) => boolean
  'open-external': (url: string) => boolean
}
/** What the preload tells the main process. */
export interface ShellSignals {
  'request-port': []
  'start-anew': []
  'open-window': [post: string | null]
  'show-menu': [menu: NativeMenu, language: string]
  /** `failure` is the sentence why something could not be saved; null when all is. */
  flushed: [request: number, failure: string | null]
}
/** What the main process tells the preload. `port` carries a MessagePort. */
export interface ShellNotices {
  port: []
  command: [command: string]
  flush: [request: number]
}
