import { chmodSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * One build for every shell. `main` holds the three entries that run in Node (the Electron main
 * process, the command line with the browser shell, the workers); what they share lands in
 * chunks beside them. CommonJS and Node 18 syntax are the oldest that a supported Electron runs.
 */
export default defineConfig({
  main: {
    plugins: [executable('cli.js')],
    build: {
      target: 'node18',
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          cli: resolve('src/cli/index.ts'),
          'cli-program': resolve('src/cli/start.ts'),
          'site-worker': resolve('src/site/worker.ts'),
          'site-renderer': resolve('src/site/build/render-worker.ts'),
          'check-worker': resolve('src/site/checks/worker.ts'),
          'library-worker': resolve('src/library/search/worker.ts'),
          'backup-worker': resolve('src/library/backup/worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // The page comes from app://longhand, where Vite's client would look for its socket.
    server: { port: 5173, strictPort: true, hmr: { host: 'localhost', clientPort: 5173 } },
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      minify: true,
      // Everything comes from the disk: one large file starts sooner than many small ones.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html'), drawing: resolve('src/renderer/drawing.html') },
      },
    },
  },
})

/** `npx longhand` links to the built file once and then expects it to stay executable. */
function executable(file: string) {
  return {
    name: 'executable',
    writeBundle: ({ dir }: { dir?: string }) => {
      if (dir !== undefined) chmodSync(join(dir, file), 0o755)
    },
  }
}
