/** What browsers drop or skip inside a URL before they read its scheme; written so, `java\tscript:` runs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const ignored = /[\u0000-\u001f\u007f-\u009f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const invisible = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g

/**
 * The one judge of every URL that reaches the page: returns it without control characters, or null when it
 * may not be there. Links may be relative, http, https, mailto or tel; images relative, http, https, or
 * `data:` of a type that cannot carry a script (png, jpeg, gif, webp, avif).
 */
export function safeUrl(url: string, use: 'link' | 'image'): string | null {
  const clean = url.replace(ignored, '').trim()
  const judged = clean.replace(invisible, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(judged)?.[1]?.toLowerCase()
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return clean
  if (use === 'link') return scheme === 'mailto' || scheme === 'tel' ? clean : null
  return /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(judged) ? clean : null
}

/** Whether a URL names its place by itself, with a scheme or a host. */
export function isAbsolute(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url)
}
