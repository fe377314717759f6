import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeyBeat } from './key-beat'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How long work of this cost waits that is ready `sinceMs` after a key, when the next comes `nextMs` after that. */
async function waits(cost: number, sinceMs: number, nextMs = 1000): Promise<number> {
  const beat = new KeyBeat(() => Date.now())
  beat.pressed()
  await vi.advanceTimersByTimeAsync(sinceMs)
  const start = Date.now()
  let end = 0
  setTimeout(() => beat.pressed(), nextMs)
  void beat.gap(cost).then(() => {
    end = Date.now()
  })
  await vi.advanceTimersByTimeAsync(500)
  return end - start
}

describe('work that keeps the window busy', () => {
  it.each([
    ['waits for the paint of a key that has just been pressed', 4, 5, 16],
    ['follows the paint at once', 30, 25, 0],
    ['waits a while for a key that is due', 30, 70, 60],
    ['waits for none that would not feel it', 4, 70, 0],
    ['waits for none in a pause', 30, 200, 0],
  ])('%s', async (_name, cost, sinceMs, expected) => {
    expect(await waits(cost, sinceMs)).toBe(expected)
  })

  it('comes after the paint of the key that was due', async () => {
    expect(await waits(30, 70, 20)).toBe(36)
  })
})
