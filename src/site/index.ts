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
export { type PreviewOptions, previewPage, previewSocialImage } from './preview'
export { SitePreview } from './preview-site'
export { createExporter, type Exporter, type RunOptions } from './run-export'
export { type ServedSite, serveSite } from './serve-site'
export { themeFile } from './theme-file'
export { checkTheme } from './themes/check-theme'
export { findTheme, listThemes, type ThemeChoice, type ThemePlaces } from './themes/find-theme'
export { newTheme } from './themes/new-theme'
export type { ThemeSetting } from './themes/settings'
