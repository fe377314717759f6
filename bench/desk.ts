import { benchFirstPaint } from './desk/first-paint.ts'
import { benchKeystroke } from './desk/keystroke.ts'
import { benchPreview } from './desk/preview.ts'
import { benchStart } from './desk/start.ts'
import { benchSwitching } from './desk/switching.ts'

const parts = {
  keystroke: benchKeystroke,
  preview: benchPreview,
  switching: benchSwitching,
  start: benchStart,
  'first-paint': async () => benchFirstPaint(),
} as const

/** The desk: a key to its paint and to the preview, the way to another post, and the start; or one of them. */
export async function benchDesk(asked?: keyof typeof parts): Promise<void> {
  for (const [name, run] of Object.entries(parts)) if (asked === undefined || asked === name) await run()
}
