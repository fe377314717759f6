import type { PostId } from '../../document'
import { type LibrarySnapshot, openSnapshot } from '../../library'
import { planSite, type SitePlan } from '../plan'
import { loadTheme, type Theme } from '../theme'
import { checkTheme, type ThemeFinding } from '../themes/check-theme'
import { findTheme, type ThemePlaces } from '../themes/find-theme'
import { checkOnePost, checkSite } from './check-site'
import { FactsCache } from './facts-cache'
import type { Finding } from './finding'

/** What a check is told; plain data, so that it can be sent to a worker. */
export interface CheckJob {
  readonly libraryPath: string
  readonly places: ThemePlaces
}

/** Checks a library's site on the thread that asks; remembers what the texts say from one check to the next. */
export class SiteChecker {
  readonly #cache = new FactsCache()

  constructor(private readonly job: CheckJob) {}

  /** As `checkSite`. Throws what `openSnapshot` and `loadTheme` throw. */
  check(): Finding[] {
    return this.#read((snapshot, plan, theme) => checkSite(snapshot, plan, theme, this.#cache))
  }

  /** As `checkOnePost`; nothing about a post that isn't there. */
  checkPost(id: PostId): Finding[] {
    return this.#read((snapshot, plan) => {
      const post = snapshot.workingPost(id)
      return post === undefined ? [] : checkOnePost(snapshot, plan, post, this.#cache)
    })
  }

  /** As `checkTheme`, of those that this library can have. */
  checkTheme(name: string): ThemeFinding[] {
    return checkTheme(name, this.job.places)
  }

  #read<Result>(work: (snapshot: LibrarySnapshot, plan: SitePlan, theme: Theme) => Result): Result {
    const { libraryPath, places } = this.job
    const snapshot = openSnapshot(libraryPath)
    try {
      const { theme: name, themeSettings } = snapshot.site()
      const theme = loadTheme(findTheme(name, places), themeSettings)
      return work(snapshot, planSite(snapshot, theme.postsPerPage), theme)
    } finally {
      snapshot.close()
    }
  }
}
