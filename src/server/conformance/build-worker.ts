import { join } from 'node:path'
import { build } from 'vite'

/** Modules that stay outside. */
const external = ['better-sqlite3', 'piscina', 'sharp', 'pagefind']

/** Builds the export's workers as the app's build does, beside the modules that stay outside them. */
export async function buildSiteWorker(): Promise<string> {
  const root = join(import.meta.dirname, '../../..')
  const outDir = join(root, 'node_modules/.cache/longhand')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          'site-worker': join(root, 'src/site/worker.ts'),
          'site-renderer': join(root, 'src/site/build/render-worker.ts'),
        },
        external,
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  })
  return join(outDir, 'site-worker.js')
}
