/** A step of a change as Yjs tells it (`event.delta`). */
export interface DeltaStep {
  readonly retain?: number | undefined
  readonly insert?: unknown
  readonly delete?: number | undefined
}

/** Where a position of a text is after somebody else changed the text. */
export function mapPosition(position: number, delta: readonly DeltaStep[]): number {
  let before = 0
  let after = 0
  for (const step of delta) {
    if (before >= position && step.delete === undefined) break
    if (step.retain !== undefined) {
      const kept = Math.min(step.retain, position - before)
      before += kept
      after += kept
    } else if (typeof step.insert === 'string') after += step.insert.length
    else if (step.delete !== undefined) before += step.delete
  }
  return before >= position ? after : after + position - before
}
