import type { Rendering } from '../preview/rendering'

/** As the site has it, where a post has no summary. */
const excerptLength = 240

/** The beginning of a rendered text: its first paragraph, cut at a word. */
export function beginningOf(rendering: Rendering | undefined): string {
  const first = rendering?.blocks.find(({ html }) => /^\s*<p[\s>]/.test(html))?.html ?? ''
  // A document that belongs to no window: nothing in it runs or is loaded.
  const text = new DOMParser()
    .parseFromString(first, 'text/html')
    .body.textContent.replace(/\s+/g, ' ')
    .trim()
  if (text.length <= excerptLength) return text
  return `${text.slice(0, excerptLength).replace(/\s+\S*$/u, '')}…`
}
