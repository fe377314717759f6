/** The Media place: every original of the library, where it is used, and what can be done about it. */
export { MediaView } from './media-view'
