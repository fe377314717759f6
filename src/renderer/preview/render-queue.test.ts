import { describe, expect, it } from 'vitest'
import { createHandClock } from '../app/hand-clock'
import { RenderQueue } from './render-queue'

function setUp(isSeen = true) {
  const { clock, advance } = createHandClock()
  let started = 0
  const queue = new RenderQueue({
    clock,
    start: () => {
      started++
    },
    isSeen: () => isSeen,
  })
  return { queue, advance, started: () => started }
}

describe('when the page is rendered', () => {
  it('not on the keystroke, but soon after', () => {
    const { queue, advance, started } = setUp()
    queue.request()
    expect(started()).toBe(0)
    advance(24)
    expect(started()).toBe(1)
  })

  it('while a key is held down, too', () => {
    const { queue, advance, started } = setUp()
    let finished = 0
    for (let n = 0; n < 50; n++) {
      queue.request()
      advance(20)
      if (started() > finished) queue.finished()
      finished = started()
    }
    expect(started()).toBeGreaterThan(10)
  })

  it('so much more seldom where the window is busy with it that typing has two thirds of the time', () => {
    const { queue, advance, started } = setUp()
    queue.requestNow()
    queue.finished(100)
    queue.request()
    advance(199)
    expect(started()).toBe(1)
    advance(1)
    expect(started()).toBe(2)
  })

  it('after a longer pause where nobody sees it', () => {
    const { queue, advance, started } = setUp(false)
    queue.request()
    advance(399)
    expect(started()).toBe(0)
    advance(1)
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
    advance(24)
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
