import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

/** What of Chromium's trace is read: its events, of which there are many kinds. */
const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      args: z.unknown().optional(),
    }),
  ),
})

/** How long each task of the page's main thread took while something was done, in ms, by Chromium's own trace. */
export async function longestTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<number[]> {
  await page.bringToFront()
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] })
  // Says which of the browser's processes is the page's.
  await page.evaluate(() => performance.mark('longhand-bench'))
  await act()
  const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')))
  const mark = trace.traceEvents.find(({ name }) => name === 'longhand-bench')
  if (mark === undefined) throw new Error('the trace has nothing of the page')
  return trace.traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark.pid && tid === mark.tid)
    .map(({ dur = 0 }) => dur / 1000)
}
