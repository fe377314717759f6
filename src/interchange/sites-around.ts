import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'

/** Folders that hold the posts of a site and have its other folders beside them. */
const contentFolders =
  /^(?:content|contents|posts?|_posts|_drafts|src|source|pages|blog|articles|notes|writing|docs|data)$/i
/** What lies in the folder of a site: the settings of a generator, or the mark of a project. */
const siteMarks = [
  /^_?config\.(?:toml|ya?ml|json)$/i,
  /^(?:hugo|zola|mkdocs|_quarto)\.(?:toml|ya?ml|json)$/i,
  /^(?:astro|next|nuxt|svelte|vite|eleventy|docusaurus)\.config\.[cm]?[jt]s$/i,
  /^gatsby-config\.[cm]?[jt]s$/i,
  /^(?:\.eleventy\.c?js|pelicanconf\.py|package\.json|gemfile|\.git)$/i,
]

/**
 * The folders above `root` that are those of its site, nearest first: the names on the way are those of
 * content, and what lies in the folder shows that it is a site's. Never the home folder, one above it, or
 * the root of the disk: what lies there is not meant for posts.
 * @param root absolute and without symbolic links
 */
export function sitesAround(root: string, home = homeFolder()): string[] {
  const sites: string[] = []
  let folder = root
  for (let steps = 0; steps < 3 && contentFolders.test(basename(folder)); steps++) {
    folder = dirname(folder)
    if (isAtOrAbove(folder, home)) break
    if (isSite(folder)) sites.push(folder)
  }
  return sites
}

function isSite(folder: string): boolean {
  try {
    const names = readdirSync(folder)
    if (names.some((name) => siteMarks.some((mark) => mark.test(name)))) return true
    // Hugo's settings may be a folder of files.
    return existsSync(join(folder, 'config', '_default'))
  } catch {
    // A folder that can't be looked into has nothing to give.
    return false
  }
}

function isAtOrAbove(folder: string, home: string): boolean {
  if (dirname(folder) === folder) return true
  return home === folder || home.startsWith(folder + sep)
}

function homeFolder(): string {
  try {
    return realpathSync(homedir())
  } catch {
    // An account may have a home folder in name only.
    return homedir()
  }
}
