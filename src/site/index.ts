/**
 * The site: a library's published posts as static files, by a theme. It promises that
 *
 * 1. equal libraries give equal bytes, wherever, whenever and in whatever language of the machine;
 * 2. a reader of the folder sees the old site or the new one: an export that fails, is cancelled or dies
 *    leaves the old one, and the next export completes or undoes what was cut off;
 * 3. a folder that isn't an export of ours is refused, and a file that isn't ours is never removed;
 * 4. whatever a writer wrote, no page runs a script: values are escaped, and a policy forbids the rest;
 * 5. a theme is data: it sees only the values given and its own files;
 * 6. a picture tells nothing of where, when, by whom and with what it was made, or is named in the warnings.
 */
export { type Checks, openChecks } from './checks/open-checker'
export type { ExportOptions, ExportProgress, ExportResult } from './export-site'
export type { ExportJob } from './job'
export type { SitePreview } from './preview-site'
export { createExporter, type Exporter } from './run-export'
export type { RunOptions } from './running-export'
export { type ServedSite, serveSite } from './serve-site'
export { findTheme, listThemes, type ThemeChoice, type ThemePlaces } from './themes/find-theme'
export type { ThemeSetting } from './themes/settings'

/**
 * Everything that draws pages, to look at them before they are exported, and works on themes. It takes longer to
 * load than most commands run, and few of them need it.
 */
export const loadPreviews = () => import('./previews')
