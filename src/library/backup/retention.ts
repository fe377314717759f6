/** How many are kept: the newest of each of so many days, weeks and months that have one. */
export interface Retention {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}
export const usualRetention: Retention = { daily: 7, weekly: 4, monthly: 12 }

const dayMs = 24 * 60 * 60 * 1000

/** The periods are those of UTC, so that the answer does not depend on where a laptop is. */
const periods: Readonly<Record<keyof Retention, (at: number) => number>> = {
  daily: (at) => Math.floor(at / dayMs),
  // The first day of 1970 was a Thursday; weeks begin on Monday.
  weekly: (at) => Math.floor((Math.floor(at / dayMs) + 3) / 7),
  monthly: (at) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth(),
}

/**
 * Which backups are kept; the others may go. The newest always is. Taking away the others and asking again,
 * today or a month later, never takes away what would have been kept had all been there.
 * @param backups `at` is when each was made, epoch ms; in any order
 */
export function keptBackups<Backup extends { readonly at: number }>(
  backups: readonly Backup[],
  retention: Retention = usualRetention,
): Set<Backup> {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const kept = new Set<Backup>()
  for (const name of ['daily', 'weekly', 'monthly'] as const) {
    const seen = new Set<number>()
    for (const backup of newestFirst) {
      const period = periods[name](backup.at)
      if (seen.has(period)) continue
      if (seen.size === retention[name]) break
      seen.add(period)
      kept.add(backup)
    }
  }
  return kept
}
