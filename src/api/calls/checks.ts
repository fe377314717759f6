import { LonghandError } from '../../document'
import type { Checks } from '../../site'
import type { House, Implementer } from './house'

/** Checks of the site. */
export function checkCalls(os: Implementer, { library }: House, checks: Checks) {
  return {
    check: os.site.check.handler(async () => {
      const start = performance.now()
      const findings = await checks.check()
      return { findings, ms: Math.round(performance.now() - start) }
    }),
    checkPost: os.site.checkPost.handler(async ({ input }) => {
      if (library.post(input.id) === undefined)
        throw new LonghandError('not-found', 'There is no such post in this library.')
      return { findings: await checks.checkPost(input.id) }
    }),
    checkTheme: os.site.checkTheme.handler(({ input }) => checks.checkTheme(input.name)),
  }
}
