/**
 * What the editor offers while one types: posts, headings, files, tags, languages, emoji. Nobody's typing waits
 * for it: sources are asked after a pause, and answer with what they know of the line alone.
 */
export { completion, completionSources } from './completion'
export { lookUpIn } from './library-lookup'
