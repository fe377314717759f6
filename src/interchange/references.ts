import { blocksOf } from './blocks'
import type { Reference } from './reference'
import { scanHtml } from './scan-html'
import { scanDefinitions, scanInline } from './scan-inline'

/** Every reference outside code, in the order of the source. */
export function findReferences(source: string): Reference[] {
  const found: Reference[] = []
  for (const block of blocksOf(source)) {
    if (block.kind === 'text') scanInline(source, block.start, block.end, found)
    else if (block.kind === 'html') scanHtml(source, block.start, block.end, found)
    else scanDefinitions(source, block.start, block.end, found)
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The source with each reference replaced by what `replace` gives for it; where it gives undefined, and
 * everywhere else, the source stays as it is to the byte.
 */
export function replaceReferences(
  source: string,
  references: readonly Reference[],
  replace: (reference: Reference) => string | undefined,
): string {
  const parts: string[] = []
  let at = 0
  for (const reference of references) {
    // An image inside a link's words comes before the link's destination, never inside it.
    if (reference.start < at) continue
    const next = replace(reference)
    if (next === undefined) continue
    parts.push(source.slice(at, reference.start), next)
    at = reference.end
  }
  parts.push(source.slice(at))
  return parts.join('')
}
