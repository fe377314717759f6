/** What `loadPreviews` loads. */
export { previewPage, previewSocialImage } from './preview'
export { SitePreview } from './preview-site'
export { themeFile } from './theme-file'
export { newTheme } from './themes/new-theme'
