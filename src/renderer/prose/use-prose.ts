import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keys, useSiteSettings } from '../app/library-view'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { type RuleId, rules } from './hints/rules'
import type { OpenProse } from './prose-reader'

/** What is known of a post's text, kept up to date for as long as the component is there. */
export function useProse(session: DraftSession): OpenProse {
  const { prose } = useServices()
  const open = prose.of(session)
  useEffect(() => open.hold(), [open])
  return open
}

/** The writer's own words, which belong to the library. */
export function useOwnWords(): readonly string[] {
  const { calls } = useServices()
  const { data } = useQuery<readonly string[]>({
    queryKey: keys.ownWords,
    queryFn: ({ signal }) => calls.ownWords.list(undefined, { signal }),
  })
  return data ?? none
}

const none: readonly string[] = []

/** Adds a word at once; the library tells everybody else. */
export function learn(queries: QueryClient, word: string): void {
  queries.setQueryData<readonly string[]>(keys.ownWords, (before = none) =>
    before.includes(word) ? before : [...before, word],
  )
}

/** The rules that are switched off, and how to switch one. */
export function useSilencedRules(): readonly [readonly RuleId[], (rule: RuleId, isOn: boolean) => void] {
  const [text, setText] = usePreference('silencedRules')
  const names = text.split(' ')
  const silenced = rules.map(({ id }) => id).filter((id) => names.includes(id))
  const set = (rule: RuleId, isOn: boolean) =>
    setText([...silenced.filter((id) => id !== rule), ...(isOn ? [] : [rule])].join(' '))
  return [silenced, set]
}

/** Keeps the reader of texts to what the writer chose. Used once, by the screen. */
export function useProseSettings(): void {
  const { prose } = useServices()
  const ownWords = useOwnWords()
  const [silenced] = usePreference('silencedRules')
  const [languages] = usePreference('spellLanguages')
  const siteLanguage = useSiteSettings().data?.language
  useEffect(() => {
    const names = silenced.split(' ')
    const silencedRules = rules.map(({ id }) => id).filter((id) => names.includes(id))
    prose.set({ ownWords, silencedRules })
  }, [prose, ownWords, silenced])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader asks for them itself.
  useEffect(() => prose.readAgain(), [prose, languages, siteLanguage])
}
