import type { PostKind } from '../../document'

/**
 * What stands before the slug in the address of a post: `/posts/`, `/2026/11/`.
 * @param permalink the site's pattern; it ends with `{slug}`
 */
export function addressPrefix(permalink: string, { kind, date }: { kind: PostKind; date: string }): string {
  if (kind === 'page') return '/'
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  const parts: Readonly<Record<string, string>> = { year, month, day }
  return permalink.replace(/\{slug\}\/?$/, '').replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '')
}

/** The slug in what was typed: itself, or the end of an address that was pasted. */
export function slugIn(typed: string): string {
  const text = typed.trim()
  return text.startsWith('/') ? (text.replace(/\/+$/, '').split('/').at(-1) ?? '') : text.replace(/\/$/, '')
}
