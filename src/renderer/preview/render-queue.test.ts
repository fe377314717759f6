import { describe, expect, it } from 'vitest'
import { createHandClock } from '../app/hand-clock'
import { RenderQueue } from './render-queue'

function setUp() {
  const { clock, advance } = createHandClock()
  let started = 0
  const queue = new RenderQueue({
    clock,
    start: () => {
      started++
    },
  })
  return { queue, advance, started: () => started }
}

describe('when the page is rendered', () => {
  it('after a pause in typing, not on the keystroke', () => {
    const { queue, advance, started } = setUp()
    queue.request()
    advance(80)
    queue.request()
    advance(119)
    expect(started()).toBe(0)
    advance(1)
    expect(started()).toBe(1)
  })

  it('now and then while typing goes on', () => {
    const { queue, advance, started } = setUp()
    for (let n = 0; n < 100; n++) {
      queue.request()
      advance(30)
    }
    expect(started()).toBe(1)
  })

  it('never twice at once; the latest text comes after', () => {
    const { queue, advance, started } = setUp()
    queue.requestNow()
    for (let n = 0; n < 5; n++) queue.request()
    queue.requestNow()
    advance(2000)
    expect(started()).toBe(1)
    queue.finished()
    advance(120)
    expect(started()).toBe(2)
    queue.finished()
    advance(2000)
    expect(started()).toBe(2)
  })

  it('not after it is closed', () => {
    const { queue, advance, started } = setUp()
    queue.request()
    queue.close()
    advance(2000)
    expect(started()).toBe(0)
  })
})
