import { describe, expect, it } from 'vitest'
import { createHandClock } from '../app/hand-clock'
import { DeskKeeper } from './desk-keeper'

function setUp() {
  const { clock, advance } = createHandClock()
  const saved: number[] = []
  let captured = 0
  const keeper = new DeskKeeper({
    capture: () => Uint8Array.of(++captured),
    save: async (state) => void saved.push(state[0] ?? 0),
    clock,
  })
  return { keeper, advance, saved }
}

describe('where the writer is', () => {
  it('is kept one to two seconds after the last change, once', () => {
    const { keeper, advance, saved } = setUp()
    keeper.changed()
    advance(500)
    keeper.changed()
    advance(999)
    expect(saved).toEqual([])
    advance(1001)
    expect(saved).toEqual([1])
    advance(60_000)
    expect(saved).toEqual([1])
  })

  it('is kept now and then while one never rests', () => {
    const { keeper, advance, saved } = setUp()
    for (let ms = 0; ms < 20_000; ms += 100) {
      keeper.changed()
      advance(100)
    }
    expect(saved.length).toBeGreaterThanOrEqual(2)
    expect(saved.length).toBeLessThanOrEqual(4)
  })

  it('is kept at once when one leaves, and only if it changed', async () => {
    const { keeper, advance, saved } = setUp()
    await keeper.saveNow()
    expect(saved).toEqual([])
    keeper.changed()
    await keeper.saveNow()
    expect(saved).toEqual([1])
    advance(10_000)
    expect(saved).toEqual([1])
  })
})
