/**
 * Remembers what was costly to make (highlighted code, formulas) between renderings. Hand the same one to
 * every `renderMarkdown` of a process; it holds at most `maxCharacters` and forgets the least recently used.
 */
export interface RenderCache {
  /** What was remembered for `key`, else what `make` returns, which is remembered. */
  remember(key: string, make: () => string | null): string | null
}

/**
 * Where highlighted code and formulas are kept for good, behind the memory of a cache. Keys name the maker's
 * version, so that a newer app asks for others; they hold the whole source: hash them to keep them short.
 */
export interface HighlightStore {
  /** What was kept for a key; undefined when nothing was. */
  get(key: string): string | undefined
  set(key: string, html: string): void
}

/** Goes up whenever equal code or an equal formula comes out as other HTML; a test knows what comes out. */
export const highlightVersion = 1

/**
 * A new, empty cache.
 * @param maxCharacters keys and values together; 8 million are about 16 MB
 * @param store asked for what the memory doesn't have, and given what is made; what it hands back is trusted
 */
export function createRenderCache(maxCharacters = 8_000_000, store?: HighlightStore): RenderCache {
  const entries = new Map<string, string | null>()
  let characters = 0
  const sizeOf = (key: string, value: string | null) => key.length + (value?.length ?? 0)
  const makeOrFetch = (key: string, make: () => string | null) => {
    if (store === undefined) return make()
    const storeKey = `${highlightVersion}\n${key}`
    const kept = store.get(storeKey)
    if (kept !== undefined) return kept
    const made = make()
    if (made !== null) store.set(storeKey, made)
    return made
  }
  return {
    remember(key, make) {
      const known = entries.get(key)
      if (known !== undefined) {
        entries.delete(key)
        entries.set(key, known)
        return known
      }
      const value = makeOrFetch(key, make)
      entries.set(key, value)
      characters += sizeOf(key, value)
      for (const [oldKey, oldValue] of entries) {
        if (characters <= maxCharacters) break
        entries.delete(oldKey)
        characters -= sizeOf(oldKey, oldValue)
      }
      return value
    },
  }
}
