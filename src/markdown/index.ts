/**
 * Markdown to HTML, for the preview and for the site alike. Runs anywhere; knows no Node, no DOM and no other
 * house. It promises that
 *
 * 1. it reads CommonMark 0.31.2 and GitHub Flavored Markdown exactly, but for the deviations that
 *    `spec/deviations.ts` lists, and what `README.md` names beyond them;
 * 2. its HTML is safe whatever the source holds: every tag, attribute and address in it was written by this
 *    house, and raw HTML only names what is on an allow-list;
 * 3. every block is balanced HTML, and equal input gives equal output;
 * 4. no source makes it throw, or take more than about linear time.
 */
export { createRenderCache, type HighlightStore, type RenderCache } from './cache'
export type { Labels } from './labels'
export type { RenderedMarkdown, RenderOptions } from './options'
export { renderMarkdown } from './render'
