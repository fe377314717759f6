/** Values as JSON has them: what can be stored, synced and written out again. */
export type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain }

/** Front matter nested deeper than this is an attack on whoever walks it. */
const maxDepth = 20

/**
 * `value` as JSON has it: dates as ISO 8601, what JSON doesn't know as text. `__proto__` is left out, so
 * that no reader of the result can be tricked. Throws RangeError when it is nested too deeply.
 */
export function toPlain(value: unknown, depth = 0): Plain {
  if (depth > maxDepth) throw new RangeError('nested too deeply')
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1))
  if (typeof value === 'object') {
    const entries = value instanceof Map ? [...value] : Object.entries(value)
    return Object.fromEntries(
      entries.flatMap(([name, item]) =>
        String(name) === '__proto__' ? [] : [[String(name), toPlain(item, depth + 1)]],
      ),
    )
  }
  return String(value)
}

/** Whether `value` is a map from names to values. */
export function isMap(value: unknown): value is { [name: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
