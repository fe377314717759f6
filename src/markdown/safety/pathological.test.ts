/** @module-tag thorough */
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../render'
import { shapes } from './shapes'

declare const process: { cpuUsage(): { user: number } }

/** Processor time of this process in milliseconds, which other work on the machine changes least. */
function timeOf(source: string): number {
  const start = process.cpuUsage().user
  renderMarkdown(source)
  return (process.cpuUsage().user - start) / 1000
}

/** Below this many milliseconds a measurement says nothing. */
const floor = 10

describe('eight times the source takes nowhere near sixty-four times as long:', () => {
  it.each(Object.entries(shapes))('%s', (_, shape) => {
    const [small, large] = [shape(1_000), shape(8_000)]
    timeOf(small)
    // Linear time is a ratio of 8, quadratic time one of 64. The best of a few tries counts.
    let ratio = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 4 && ratio > 24; attempt++) {
      ratio = Math.min(ratio, timeOf(large) / Math.max(timeOf(small), floor))
    }
    expect(ratio).toBeLessThan(24)
  })
})
