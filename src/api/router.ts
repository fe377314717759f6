import type { AutomaticBackups } from '../library'
import type { Checks } from '../site'
import { type ApplicationInfo, appCalls } from './calls/app'
import { backupCalls } from './calls/backups'
import { checkCalls } from './calls/checks'
import { draftCalls } from './calls/drafts'
import { drawingCalls } from './calls/drawings'
import { folderCalls } from './calls/folders'
import { historyCalls } from './calls/history'
import { type House, implementContract } from './calls/house'
import { listCalls } from './calls/lists'
import { mediaCalls } from './calls/media'
import { ownWordCalls } from './calls/own-words'
import { postCalls } from './calls/posts'
import { type PublishingFiles, publishingCalls } from './calls/publishing'
import { replacingCalls } from './calls/replacing'
import { type SiteFiles, siteCalls } from './calls/site'

/** Every call of the contract, bound to one open library. */
export function createRouter(
  house: House,
  application: ApplicationInfo,
  files: PublishingFiles,
  checks: Checks,
  siteFiles: SiteFiles,
  automatic?: AutomaticBackups,
) {
  const os = implementContract(house)
  const { lists, ...collections } = listCalls(os, house)
  const { posts } = postCalls(os, house)
  const { site } = siteCalls(os, house, siteFiles)
  return os.router({
    ...appCalls(os, house, application),
    ...collections,
    posts: { ...posts, ...lists },
    ...draftCalls(os, house),
    ...backupCalls(os, house, automatic),
    ...historyCalls(os, house),
    ...ownWordCalls(os, house),
    ...replacingCalls(os, house),
    site: { ...site, ...checkCalls(os, house, checks) },
    ...publishingCalls(os, house, files),
    ...mediaCalls(os, house),
    ...drawingCalls(os, house),
    ...folderCalls(os),
  })
}
export type Router = ReturnType<typeof createRouter>
