import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow, smallestSize, usualSize, type WindowPlace } from './window-place'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const right = { x: 1440, y: 0, width: 2560, height: 1440 }
const saved = (place: Partial<WindowPlace>): WindowPlace => ({
  x: 100,
  y: 100,
  width: 1000,
  height: 700,
  isMaximized: false,
  isFullScreen: false,
  ...place,
})

describe('placeWindow', () => {
  it('opens in the middle at its usual size the first time', () => {
    expect(placeWindow(undefined, [laptop])).toEqual(usualSize)
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    })
    expect(placeWindow(undefined, [])).toEqual(usualSize)
  })

  it('opens where it was, on the second display too', () => {
    expect(placeWindow(saved({}), [laptop])).toEqual({ x: 100, y: 100, width: 1000, height: 700 })
    expect(placeWindow(saved({ x: 2000 }), [laptop, right])).toMatchObject({ x: 2000, y: 100 })
  })

  it('comes back to the first display when its own is gone', () => {
    expect(placeWindow(saved({ x: 2000 }), [laptop])).toEqual({ width: 1000, height: 700 })
  })

  it('shrinks to a smaller display', () => {
    expect(placeWindow(saved({ width: 2400, height: 1400 }), [laptop])).toMatchObject({
      width: 1440,
      height: 875,
    })
  })

  it('never opens where no hand can take hold of it', () => {
    const place = fc.record({
      x: fc.integer({ min: -9000, max: 9000 }),
      y: fc.integer({ min: -9000, max: 9000 }),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
    })
    fc.assert(
      fc.property(place, (area) => {
        const result = placeWindow(saved(area), [laptop, right])
        if (result.x === undefined || result.y === undefined) return
        const { x, y, width } = { ...result, x: result.x, y: result.y }
        const holds = [laptop, right].some(
          (display) =>
            y >= display.y &&
            y < display.y + display.height - 39 &&
            Math.min(x + width, display.x + display.width) - Math.max(x, display.x) >= 120,
        )
        expect(holds).toBe(true)
        expect(width).toBeGreaterThanOrEqual(smallestSize.width)
      }),
    )
  })
})
