/** A seeded source of chance: the same seed gives the same numbers on every machine (mulberry32). */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** An integer from 0 up to, not including, `end`. */
  below(end: number): number
  /** One of the values, which are at least one. */
  pick<Value>(values: readonly Value[]): Value
  /** One of the keys, each as often as its weight says. */
  weigh<Key extends string>(weights: Readonly<Record<Key, number>>): Key
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(fraction() * end)
  return {
    fraction,
    below,
    pick: (values) => values[below(values.length)]!,
    weigh: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries[0]![0]
    },
  }
}

/** Two seeds as one, so that each round of a run has a chance of its own. */
export const mixSeeds = (seed: number, round: number) =>
  Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b + round * 2) + round
