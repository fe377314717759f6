/**
 * Other tools' posts ⇄ the library. It promises that
 *
 * 1. a file that can't be a post is skipped with a sentence that says why, and stops nothing else;
 * 2. the same files again change nothing, and a changed file is merged with what the writer wrote since;
 * 3. nothing is read outside the folder and the static folders of its site, and the folder is never written;
 * 4. a source is changed only where it names another file (or uses a tag of another tool that has a
 *    Markdown form); everything else, code above all, stays as it is.
 */
import type { importFolder as Import } from './import-folder'

/** Imports a folder; see `import-folder.ts`. What reads all the formats is loaded when the first one comes. */
export const importFolder: typeof Import = async (...from) =>
  (await import('./import-folder')).importFolder(...from)
