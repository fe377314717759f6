import { join } from 'node:path'
import { build } from 'vite'

/** Builds the export's worker as the app's build does, beside the modules that stay outside it. */
export async function buildSiteWorker(): Promise<string> {
  const root = join(import.meta.dirname, '../../..')
  const outDir = join(root, 'node_modules/.cache/longhand')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: 'src/site/worker.ts',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'site-worker.cjs' } },
    },
  })
  return join(outDir, 'site-worker.cjs')
}
