import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { serveFolder } from '../../e2e/harness/static-server.ts'

/** Serves a page with one bare CodeMirror and a text in it; its `close` ends that. */
export async function serveBareEditor(folder: string, text: string) {
  const outDir = join(folder, 'bare')
  const root = join(import.meta.dirname, 'bare-editor')
  await build({ root, logLevel: 'warn', configFile: false, build: { outDir, target: 'esnext' } })
  writeFileSync(join(outDir, 'post.md'), text)
  return await serveFolder(outDir)
}
