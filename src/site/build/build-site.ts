import { createHash } from 'node:crypto'
import { type LibrarySnapshot, relatedPosts } from '../../library'
import { accentOf, iconRecipes } from '../icons'
import { titleOf } from '../pages'
import type { PlannedPost } from '../plan'
import { type SearchSources, searchFiles, searchFolder, searchInputs } from '../search/search-files'
import { whyNoSearch } from '../search/search-index'
import type { Warnings } from '../warnings'
import { PageBuild, type PagesOptions } from './build-pages'
import { Fingerprints } from './fingerprints'
import { KnownPosts, type Learned } from './known-posts'
import { CacheDamage } from './seal'
import type { Sink } from './sink'
import type { SiteCache } from './site-cache'
import { siteFiles } from './site-files'
import { SiteRenderer, type SiteSetup } from './site-renderer'
import type { WarmState } from './warm-state'

export interface BuildOptions extends PagesOptions {
  readonly themeFolder: SiteSetup['themeFolder']
  readonly libraryPath: string
  readonly warm?: WarmState | undefined
}

/**
 * Makes every file of a site, and renders only what is not the same as at the last export. Holds the texts of no
 * more posts than are being rendered. Throws `theme` when a layout fails.
 */
export async function buildSite(
  snapshot: LibrarySnapshot,
  options: BuildOptions,
  warnings: Warnings,
  sink: Sink,
): Promise<Learned> {
  const setup = await setupOf(snapshot, options, warnings, sink)
  const build = new Build(snapshot, setup, options, warnings, sink)
  await build.pages()
  await build.otherFiles()
  await build.search()
  await build.pictures()
  return build.learned
}

class Build {
  readonly #site: SiteRenderer
  readonly #known: KnownPosts
  readonly #fingerprints: Fingerprints

  constructor(
    private readonly snapshot: LibrarySnapshot,
    setup: SiteSetup,
    private readonly options: BuildOptions,
    private readonly warnings: Warnings,
    private readonly sink: Sink,
  ) {
    const { cache } = options.warm ?? {}
    const theme = options.warm?.theme(setup.themeFolder, setup.settings.themeSettings)
    this.#site = new SiteRenderer(setup, warnings, cache, theme)
    this.#known = new KnownPosts(this.#site, cache)
    this.#fingerprints = new Fingerprints(this.#site, warnings, (post) => this.#known.factsOf(post))
  }

  get learned(): Learned {
    return this.#known.learned
  }

  async pages(): Promise<void> {
    const { snapshot, options, sink } = this
    const build = new PageBuild(this.#site, this.#known, this.#fingerprints, snapshot, options, sink)
    try {
      await build.all()
    } finally {
      this.#site.highlights.close()
    }
  }

  async otherFiles(): Promise<void> {
    const groups = siteFiles(this.#site, this.#fingerprints, (post) => this.#contentOf(post))
    for (const { files, fingerprint, make } of groups) {
      if (fingerprint !== undefined && this.sink.keepAll(files, fingerprint)) continue
      for (const file of make())
        await this.sink.take(file, { ...(fingerprint !== undefined && { fingerprint }) })
    }
    for (const asset of this.#fingerprints.assets()) {
      const fingerprint = `original ${asset.hash}`
      if (this.sink.keepAll([asset.path], fingerprint)) continue
      await this.sink.take(this.#site.media.file(asset), { fingerprint })
    }
  }

  #contentOf(post: PlannedPost): string {
    const html = this.#known.content(post, this.#fingerprints.contentOf(post))
    if (html === undefined) throw new CacheDamage(`the text of ${post.id} was not kept for the feeds`)
    return html
  }

  /** The index of the search is left as it is while all that it knows is the same. */
  async search(): Promise<void> {
    if (!this.#site.setup.settings.search) return
    const searched: SearchSources = {
      plan: this.#site.plan,
      titleOf: (post) => titleOf(this.#site.maker, post),
      digestOf: (id) => this.#site.digestOf(id),
      sourceOf: (id) => this.snapshot.publishedPost(id)?.body ?? '',
    }
    const inputs = JSON.stringify([...searchInputs(searched)])
    const fingerprint = createHash('sha256').update(inputs).digest('base64')
    if (this.sink.keepFolder(searchFolder, fingerprint)) return
    this.sink.step('Indexing for the search')
    for await (const file of searchFiles(searched, this.sink.signal))
      await this.sink.take({ kind: 'bytes', ...file }, { fingerprint })
  }

  async pictures(): Promise<void> {
    const { libraryPath, warm } = this.options
    const { plan, maker } = this.#site
    const icons = iconRecipes(plan, accentOf(maker.theme))
    const files = new Map([...this.#fingerprints.made(), ...this.#site.socialImages(), ...icons])
    if (files.size === 0) return
    // Its makers and their fonts take longer to load than most exports have to wait.
    const { makeThings } = await import('./made-things')
    await makeThings(files, libraryPath, warm?.madeFolder, this.warnings, this.sink)
  }
}

/** Where the indexer doesn't run there is no page to search with, and the writer is told. */
async function setupOf(
  snapshot: LibrarySnapshot,
  { themeFolder, libraryPath, warm }: BuildOptions,
  warnings: Warnings,
  sink: Sink,
): Promise<SiteSetup> {
  const settings = snapshot.site()
  const noSearch = settings.search && !sink.hasFolder(searchFolder) ? await whyNoSearch() : null
  if (noSearch !== null) {
    sink.lookAgain()
    warnings.add(noSearch)
  }
  return {
    themeFolder,
    libraryPath,
    settings: { ...settings, search: settings.search && noSearch === null },
    tagDescriptions: snapshot.tagDescriptions(),
    related: settings.related === 0 ? new Map() : findRelated(snapshot, settings.related, warm?.cache),
    formerAddresses: snapshot.formerAddresses(),
    posts: snapshot.published(),
    assets: snapshot.assets(),
    highlightsFile: warm?.highlightsFile,
  }
}

/** Few edits change what makes posts related; while it is the same, so are they. */
function findRelated(snapshot: LibrarySnapshot, count: number, cache: SiteCache | undefined) {
  const posts = snapshot.relatables()
  if (cache === undefined) return relatedPosts(posts, count)
  const key = createHash('sha256')
    .update(JSON.stringify([count, posts]))
    .digest('base64')
  const known = cache.related(key)
  if (known !== undefined) return known
  const related = relatedPosts(posts, count)
  cache.keepRelated(key, related)
  return related
}
