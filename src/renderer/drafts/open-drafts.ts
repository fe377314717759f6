import type { PostId } from '../../document'
import type { DraftSession } from './draft-session'

interface Entry {
  readonly opening: Promise<DraftSession>
  session: DraftSession | undefined
  users: number
}

/**
 * The posts that are open, or that still have something to save. A session that nobody uses is kept until
 * its last edit is acknowledged: moving on to another post never drops what could not be saved yet.
 */
export class OpenDrafts {
  readonly #open: (id: PostId) => Promise<DraftSession>
  readonly #entries = new Map<PostId, Entry>()
  readonly #listeners = new Set<() => void>()

  constructor(open: (id: PostId) => Promise<DraftSession>) {
    this.#open = open
  }

  /** The session of a post, opened if need be; give it back with `release`. */
  async take(id: PostId): Promise<DraftSession> {
    const entry = this.#entries.get(id) ?? this.#add(id)
    entry.users++
    try {
      return await entry.opening
    } catch (error) {
      if (this.#entries.get(id) === entry) this.#entries.delete(id)
      throw error
    }
  }

  /** Gives a session back. It closes after this turn: what a field still writes as it goes away is taken. */
  release(id: PostId): void {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    entry.users--
    queueMicrotask(() => this.#closeIfDone(id, entry))
  }

  /** The session of a post that is open now. */
  peek(id: PostId): DraftSession | undefined {
    return this.#entries.get(id)?.session
  }

  /** How many posts, but for the one given, have edits that are not acknowledged. */
  unsavedCount(except?: DraftSession): number {
    let count = 0
    for (const { session } of this.#entries.values())
      if (session && session !== except && !isSaved(session)) count++
    return count
  }

  /** Sends everything that waits; resolves when each attempt ended. True when all is saved. */
  async flushAll(): Promise<boolean> {
    await Promise.all([...this.#entries.values()].map(({ session }) => session?.outbox.flush()))
    return this.unsavedCount() === 0
  }

  /** As `flushAll`; throws an error whose sentence says why when not all could be saved. */
  async saveAll(): Promise<void> {
    await this.flushAll()
    for (const { session } of this.#entries.values()) {
      if (session === undefined || isSaved(session)) continue
      const { status } = session.outbox
      throw new Error(status.kind === 'failed' ? status.reason : 'Some edits are still on their way.')
    }
  }

  /** Calls `listener` whenever the saving status of any post changed. Returns a disposer. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #add(id: PostId): Entry {
    const entry: Entry = { opening: this.#open(id), session: undefined, users: 0 }
    this.#entries.set(id, entry)
    entry.opening.then(
      (session) => {
        entry.session = session
        session.outbox.subscribe(() => {
          this.#closeIfDone(id, entry)
          for (const listener of [...this.#listeners]) listener()
        })
        this.#closeIfDone(id, entry)
      },
      // `take` tells whoever asked.
      () => undefined,
    )
    return entry
  }

  #closeIfDone(id: PostId, entry: Entry): void {
    if (entry.users > 0 || entry.session === undefined || !isSaved(entry.session)) return
    if (this.#entries.get(id) === entry) this.#entries.delete(id)
    entry.session.close()
  }
}

const isSaved = (session: DraftSession) => session.outbox.status.kind === 'saved'
