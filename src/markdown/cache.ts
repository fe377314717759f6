/**
 * Remembers what was costly to make (highlighted code, formulas) between renderings. Hand the same one to
 * every `renderMarkdown` of a process; it holds at most `maxCharacters` and forgets the least recently used.
 */
export interface RenderCache {
  /** What was remembered for `key`, else what `make` returns, which is remembered. */
  remember(key: string, make: () => string | null): string | null
}

/**
 * A new, empty cache.
 * @param maxCharacters keys and values together; 8 million are about 16 MB
 */
export function createRenderCache(maxCharacters = 8_000_000): RenderCache {
  const entries = new Map<string, string | null>()
  let characters = 0
  const sizeOf = (key: string, value: string | null) => key.length + (value?.length ?? 0)
  return {
    remember(key, make) {
      const known = entries.get(key)
      if (known !== undefined) {
        entries.delete(key)
        entries.set(key, known)
        return known
      }
      const value = make()
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
