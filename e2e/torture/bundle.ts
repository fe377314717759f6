import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'

export const root = join(import.meta.dirname, '..', '..')

/** The library as it is in the sources, and a program that writes into it, in files that Node can start. */
export interface Bundle {
  readonly library: typeof import('../../src/library')
  /** The file of the program in `writer.ts`. */
  readonly writer: string
  /** The file of the program in `co-writer.ts`. */
  readonly coWriter: string
  /** The file of the program in `full-disk.ts`. */
  readonly fullDisk: string
  /** The file of the program in `faults/disk.ts`. */
  readonly disk: string
  /** What a process that runs it starts in half the time with. */
  readonly env: Readonly<Record<string, string>>
  remove(): void
}

/** Bundles the sources as the app bundles them; a second or so. Remove it when done. */
export async function bundleSources(): Promise<Bundle> {
  const folder = join(root, 'out', `torture-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          writer: join(import.meta.dirname, 'writer.ts'),
          'co-writer': join(import.meta.dirname, 'co-writer.ts'),
          'full-disk': join(import.meta.dirname, 'full-disk.ts'),
          disk: join(import.meta.dirname, 'faults/disk.ts'),
          library: join(root, 'src/library/index.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  })
  const load = createRequire(import.meta.url)
  return {
    library: load(join(folder, 'library.js')) as typeof import('../../src/library'),
    writer: join(folder, 'writer.js'),
    coWriter: join(folder, 'co-writer.js'),
    fullDisk: join(folder, 'full-disk.js'),
    disk: join(folder, 'disk.js'),
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
