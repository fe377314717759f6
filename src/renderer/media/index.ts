/** The Media place: every original of the library, where it is used, and what can be done about it. */
export { chooseFiles } from './choose-files'
export { isDrawable, nameOf } from './describe-file'
export { MediaView } from './media-view'
export { useMedia } from './use-media'
export { useMediaActions } from './use-media-actions'
