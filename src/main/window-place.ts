import { z } from 'zod'

/** A rectangle on the writer's displays, in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const side = z.number().int().min(1).max(100_000)
const offset = z.number().int().min(-100_000).max(100_000)
/** Where the window was: its size when neither maximised nor full screen, and whether it was. */
export const windowPlaceSchema = z.object({
  x: offset,
  y: offset,
  width: side,
  height: side,
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlaceSchema>

export const usualSize = { width: 1280, height: 800 }
export const smallestSize = { width: 720, height: 480 }
/** As much of the window's top edge as a hand needs to take hold of it. */
const grip = { width: 120, height: 40 }

/**
 * Where to open the window: where it was when enough of its top edge is on a display that is still there,
 * and no larger than that display; else in the middle of the first display (`x` and `y` are left out).
 * @param displays the work areas of the displays, the primary one first
 */
export function placeWindow(
  saved: WindowPlace | undefined,
  displays: readonly Area[],
): { x?: number; y?: number; width: number; height: number } {
  const display = saved && displays.find((area) => isReachable(saved, area))
  if (saved === undefined || display === undefined) {
    const first = displays[0] ?? { ...usualSize }
    return {
      width: Math.min(saved?.width ?? usualSize.width, first.width),
      height: Math.min(saved?.height ?? usualSize.height, first.height),
    }
  }
  const width = clamp(saved.width, smallestSize.width, display.width)
  return {
    // A window that shrank may have lost the part that was on the display.
    x: clamp(saved.x, display.x + grip.width - width, display.x + display.width - grip.width),
    y: Math.max(saved.y, display.y),
    width,
    height: clamp(saved.height, smallestSize.height, display.height),
  }
}

function isReachable(window: Area, display: Area): boolean {
  const shown = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const isTopInside =
    window.y > display.y - grip.height && window.y < display.y + display.height - grip.height
  return shown >= grip.width && isTopInside
}

const clamp = (value: number, low: number, high: number) =>
  Math.min(Math.max(value, low), Math.max(low, high))
