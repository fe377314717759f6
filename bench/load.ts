import { join } from 'node:path'
import { createServer } from 'vite'

/** Houses as they are in the sources, which Node alone can't load. Close them when done. */
export async function loadSources() {
  const vite = await createServer({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  const load = async <Module>(path: string) => (await vite.ssrLoadModule(path)) as Module
  return {
    document: await load<typeof import('../src/document')>('/src/document/index.ts'),
    library: await load<typeof import('../src/library')>('/src/library/index.ts'),
    log: await load<typeof import('../src/library/update-log')>('/src/library/update-log.ts'),
    site: await load<typeof import('../src/site')>('/src/site/index.ts'),
    close: () => vite.close(),
  }
}
export type Sources = Awaited<ReturnType<typeof loadSources>>
