import { useQuery } from '@tanstack/react-query'
import type { SiteTheme } from '../../api/contract'
import { keys } from '../app/library-view'
import { useServices } from '../app/services'
import { useWords } from '../words/words'

/** The themes to choose from, read again each time they are shown: a writer's own are files that change. */
export function useThemes(): readonly SiteTheme[] | undefined {
  const { calls } = useServices()
  const { language } = useWords()
  return useQuery<readonly SiteTheme[]>({
    queryKey: [...keys.themes, language],
    queryFn: ({ signal }) => calls.site.themes({ language }, { signal }),
    staleTime: 0,
    refetchOnMount: 'always',
  }).data
}
