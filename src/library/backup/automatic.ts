import type { Backups } from './backups'

/** How old the last backup may get. */
const dayMs = 24 * 60 * 60 * 1000
/** How often its age is looked at: a laptop sleeps, so one timer of a day would not do. */
const lookEveryMs = 60 * 60 * 1000
/** A library that was just opened has more urgent things to do. */
const quietMs = 15_000

/** How it stands with the automatic backups. */
export interface BackupState {
  /** When the last good one was made, epoch ms; null when there is none. */
  readonly at: number | null
  /** Why the last attempt failed, as a sentence; null when it did not. */
  readonly trouble: string | null
}

export interface AutomaticOptions {
  readonly backups: Pick<Backups, 'list' | 'make'>
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
  /** A sentence for the writer. */
  readonly explain: (error: unknown) => string
  readonly quietMs?: number
}

/** Makes a backup a day while the library is open, in the background. What fails is told, and tried again within the hour. */
export class AutomaticBackups {
  private readonly stopping = new AbortController()
  private readonly listeners = new Set<(state: BackupState) => void>()
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private trouble: string | null = null

  constructor(private readonly options: AutomaticOptions) {}

  start(): void {
    const look = () => {
      void this.look()
      this.timer = setTimeout(look, lookEveryMs).unref()
    }
    this.timer = setTimeout(look, this.options.quietMs ?? quietMs).unref()
  }

  /** Ends a backup that is being made; the earlier ones stay. */
  async stop(): Promise<void> {
    clearTimeout(this.timer)
    this.stopping.abort()
    await this.running
  }

  state(): BackupState {
    return { at: this.last(), trouble: this.trouble }
  }

  /** Calls `listener` when the state changes. Returns a disposer. */
  listen(listener: (state: BackupState) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Makes a backup when the last one is a day old. Never throws. */
  look(): Promise<void> {
    this.running ??= this.makeWhenDue().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async makeWhenDue(): Promise<void> {
    const before = this.trouble
    try {
      const last = this.last()
      // A clock that was set back must not stop backups until it has caught up.
      const age = last === null ? Number.POSITIVE_INFINITY : Math.abs(this.options.now() - last)
      if (age >= dayMs) await this.options.backups.make('daily', { signal: this.stopping.signal })
      this.trouble = null
      if (age < dayMs && before === null) return
    } catch (error) {
      if (this.stopping.signal.aborted) return
      this.options.onTrouble(error)
      this.trouble = this.options.explain(error)
    }
    for (const listener of [...this.listeners]) listener(this.state())
  }

  private last(): number | null {
    const isGood = ({ ok, kind }: { ok: boolean; kind: string }) => ok && !kind.startsWith('before-')
    try {
      return this.options.backups.list().find(isGood)?.at ?? null
    } catch {
      return null // The folder can't be read: there is none that could be relied on.
    }
  }
}
