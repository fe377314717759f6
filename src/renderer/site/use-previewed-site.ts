import { useQuery } from '@tanstack/react-query'
import type { PreviewedSite } from '../../api/contract'
import { keys } from '../app/library-view'
import { useServices } from '../app/services'

/** What there is to see of the site as it would be exported now; undefined until it is known. */
export function usePreviewedSite(): PreviewedSite | undefined {
  const { calls } = useServices()
  return useQuery<PreviewedSite>({
    queryKey: keys.previewedSite,
    queryFn: ({ signal }) => calls.site.pages(undefined, { signal }),
    // What changed while the site was not on screen is not known.
    staleTime: 0,
    refetchOnMount: 'always',
  }).data
}
