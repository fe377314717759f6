import { type SiteSettings, siteSettingsSchema } from '../../document'
import type { Clock } from '../app/clock'
import { describeIssue } from './describe-issue'

export type SettingName = keyof SiteSettings
type Changes = { [Name in SettingName]?: SiteSettings[Name] }

/** What is wrong with a setting, and with which part of it: `''` for the whole, `0.label` in a list. */
export interface Trouble {
  readonly path: string
  readonly sentence: string
}

/** What the writer made of a setting, for as long as the library doesn't have it. */
interface Draft {
  readonly value: unknown
  readonly troubles: readonly Trouble[]
  /** Saved but for a space at its end, which the next word may follow. */
  readonly isSaved: boolean
}

export interface KeeperState {
  readonly drafts: ReadonlyMap<SettingName, Draft>
  readonly isSaving: boolean
  /** Why the last save failed; what it was about waits for the next. */
  readonly failure: string | undefined
}

export interface KeeperPorts {
  /** Gives the changes to the library; resolves with the settings as they are then. */
  readonly save: (changes: Changes) => Promise<SiteSettings>
  /** Called with what the library answered, before the drafts that are in it are let go. */
  readonly onSaved: (settings: SiteSettings) => void
  readonly explain: (error: unknown) => string
  readonly clock: Clock
}

/** A pause in typing after which a text is saved. */
const restMs = 300

/**
 * Saves the site's settings as they are changed. What is not valid stays here, with the reason, until it is; so
 * does what the library could not take. Leaving the screen that shows them loses nothing.
 */
export class SettingsKeeper {
  readonly #ports: KeeperPorts
  readonly #listeners = new Set<() => void>()
  #state: KeeperState = { drafts: new Map(), isSaving: false, failure: undefined }
  #callOff: (() => void) | undefined
  #saving: Promise<void> = Promise.resolve()

  constructor(ports: KeeperPorts) {
    this.#ports = ports
  }

  readonly state = (): KeeperState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How many settings the library doesn't have as they are on the screen. */
  get unsavedCount(): number {
    return [...this.#state.drafts.values()].filter(({ isSaved }) => !isSaved).length
  }

  /** Takes a change: saved at once, or, while it is typed, after a pause. */
  edit<Name extends SettingName>(name: Name, value: SiteSettings[Name], isTyped = false): void {
    const drafts = new Map(this.#state.drafts).set(name, {
      value,
      troubles: check(name, value),
      isSaved: false,
    })
    this.#set({ drafts })
    this.#callOff?.()
    if (isTyped) this.#callOff = this.#ports.clock.after(restMs, () => void this.flush())
    else void this.flush()
  }

  /** The field is left: what waits is saved now, and it shows what the library has. */
  leave(name: SettingName): void {
    if (this.#state.drafts.get(name)?.isSaved === true) {
      const drafts = new Map(this.#state.drafts)
      drafts.delete(name)
      this.#set({ drafts })
    } else if (this.#callOff !== undefined) void this.flush()
  }

  /** Saves what waits and is valid. Resolves when it is saved or refused; `state` says which. */
  flush(): Promise<void> {
    this.#callOff?.()
    this.#callOff = undefined
    this.#saving = this.#saving.then(() => this.#save())
    return this.#saving
  }

  async #save(): Promise<void> {
    const taken = [...this.#state.drafts].filter(
      ([, { troubles, isSaved }]) => troubles.length === 0 && !isSaved,
    )
    if (taken.length === 0) return
    this.#set({ isSaving: true })
    try {
      const changes = Object.fromEntries(taken.map(([name, { value }]) => [name, trim(value)])) as Changes
      this.#ports.onSaved(await this.#ports.save(changes))
      const drafts = new Map(this.#state.drafts)
      for (const [name, draft] of taken) {
        // What was typed meanwhile stays.
        if (drafts.get(name) !== draft) continue
        if (trim(draft.value) === draft.value) drafts.delete(name)
        else drafts.set(name, { ...draft, isSaved: true })
      }
      this.#set({ drafts, isSaving: false, failure: undefined })
    } catch (error) {
      this.#set({ isSaving: false, failure: this.#ports.explain(error) })
    }
  }

  #set(change: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

const trim = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

function check(name: SettingName, value: unknown): readonly Trouble[] {
  const parsed = siteSettingsSchema.shape[name].safeParse(trim(value))
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    sentence: describeIssue(name, issue),
  }))
}
