import { useSyncExternalStore } from 'react'
import type { SiteSettings } from '../../document'
import { useSiteSettings } from '../app/library-view'
import { useServices } from '../app/services'
import { useWords } from '../words/words'
import type { KeeperState, SettingName, Trouble } from './settings-keeper'

/** A setting as the screen shows it: what the library has, or what the writer has made of it since. */
interface Setting<Name extends SettingName> {
  readonly value: SiteSettings[Name]
  readonly troubles: readonly Trouble[]
  /** What is wrong with it as a whole. */
  readonly error: string | undefined
  /** Takes a change. `isTyped`: more may follow at once. */
  readonly set: (value: SiteSettings[Name], isTyped?: boolean) => void
  readonly leave: () => void
}

export function useKeeperState(): KeeperState {
  const { settings } = useServices()
  return useSyncExternalStore(settings.subscribe, settings.state)
}

/** @param kept the settings as the library has them */
export function useSetting<Name extends SettingName>(name: Name): Setting<Name> {
  const { settings } = useServices()
  const kept = useKeptSettings()
  const draft = useKeeperState().drafts.get(name)
  const { hear } = useWords()
  const troubles = (draft?.troubles ?? []).map((trouble) => ({
    ...trouble,
    sentence: hear(trouble.sentence),
  }))
  return {
    value: draft === undefined ? kept[name] : (draft.value as SiteSettings[Name]),
    troubles,
    error: troubles.find(({ path }) => path === '')?.sentence,
    set: (value, isTyped) => settings.edit(name, value, isTyped),
    leave: () => settings.leave(name),
  }
}

/** The settings as the library has them, below a view that waits for them. */
function useKeptSettings(): SiteSettings {
  const kept = useSiteSettings().data
  if (kept === undefined) throw new Error('useKeptSettings before the settings are there')
  return kept
}
