import type { Destination, Followed } from './follow'
import type { Source } from './read-source'
import type { Reference } from './reference'
import { replaceReferences } from './references'

/**
 * The body of a post with its references as a library has them: `<slug>.md#heading`, `media/<file>`.
 * @param pathOf the path in the library of an asset, by the SHA-256 of its bytes
 */
export function rewriteBody(source: Source, followed: Followed, pathOf: (hash: string) => string): string {
  return replaceReferences(source.body, followed.references, (reference) => {
    const destination = followed.destinations.get(reference)
    return destination === undefined ? undefined : write(reference, destination, pathOf)
  })
}

function write(reference: Reference, destination: Destination, pathOf: (hash: string) => string): string {
  const target =
    destination.kind === 'post' ? `${destination.slug}.md${destination.fragment}` : pathOf(destination.hash)
  switch (reference.kind) {
    case 'wikilink':
      return `[${escapeWords(reference.label ?? defaultLabel(reference))}](${target})`
    case 'embed':
      // `![[picture.png|300]]` gives a width in place of words.
      return `![${escapeWords(/^\d+(?:x\d+)?$/.test(reference.label ?? '') ? '' : (reference.label ?? ''))}](${target})`
    case 'figure':
      return `![${escapeWords(reference.label ?? reference.caption ?? '')}](${target}${captionOf(reference)})`
    default:
      return target
  }
}

function defaultLabel(reference: Reference): string {
  return reference.target.replace(/^.*\//, '').replace(/\s*#.*$/, '')
}

function captionOf(reference: Reference): string {
  return reference.caption === undefined ? '' : ` "${reference.caption.replace(/(["\\])/g, '\\$1')}"`
}

function escapeWords(words: string): string {
  return words.trim().replace(/([[\]\\])/g, '\\$1')
}
