/** @module-tag thorough */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary, openSnapshot } from '../library'
import { type ExportProgress, exportSite } from './export-site'
import type { ExportJob } from './job'
import { createExporter } from './run-export'
import type { RunOptions } from './running-export'
import { contentsOf, temporaryFolder } from './temporary-folder'

const themeFolder = resolve('resources/themes/broadsheet')
// Inside the project, so that the worker finds better-sqlite3 as the built app does.
const built = resolve('node_modules/.cache/longhand-site-worker')
const workerFile = join(built, 'site-worker.js')
const external = ['better-sqlite3', 'piscina', 'pagefind']

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: built,
      target: 'node18',
      rolldownOptions: {
        input: {
          'site-worker': resolve('src/site/worker.ts'),
          'site-renderer': resolve('src/site/build/render-worker.ts'),
        },
        external,
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external },
  })
}, 60_000)
afterAll(() => rmSync(built, { recursive: true, force: true }))

async function runExport(job: ExportJob, options: RunOptions = {}, worker = workerFile) {
  const exporter = createExporter(worker)
  try {
    return await exporter.run(job, options)
  } finally {
    await exporter.close()
  }
}

/** A real library with so many posts. */
function libraryOf(count: number): string {
  const path = join(temporaryFolder(), 'library')
  const library = openLibrary(path, { create: true })
  library.transaction(() => {
    for (let n = 1; n <= count; n++) {
      const fields = {
        title: `Post ${n}`,
        date: '2026-01-02',
        status: 'published' as const,
        tags: ['one', 'two'],
      }
      library.createPost({ ...fields, body: `Text with \`code\`.\n\n\`\`\`ts\nconst n = ${n}\n\`\`\`\n` })
    }
  })
  library.close()
  return path
}

describe('an export in a worker', () => {
  it('is the same as one here', async () => {
    const libraryPath = libraryOf(12)
    const folder = temporaryFolder()
    const progress: ExportProgress[] = []
    const job = { libraryPath, out: join(folder, 'there'), themeFolder }
    const result = await runExport(job, { onProgress: (report) => progress.push(report) })
    const library = openLibrary(libraryPath)
    const snapshot = library.snapshot()
    const here = await exportSite(snapshot, { ...job, out: join(folder, 'here') })
    snapshot.close()
    library.close()
    expect(contentsOf(join(folder, 'there'))).toEqual(contentsOf(join(folder, 'here')))
    expect({ ...result, out: '', ms: 0 }).toEqual({ ...here, out: '', ms: 0 })
    expect(progress.at(-1)?.step).toBe('Switching to the new site')
  })

  it('is the same with one thread that renders and with four, and in this one', async () => {
    const libraryPath = libraryOf(60)
    const folder = temporaryFolder()
    const outs = [1, 4].map((threads) => ({ threads, out: join(folder, `${threads}`) }))
    for (const { threads, out } of outs) await runExport({ libraryPath, out, themeFolder, threads })
    const snapshot = openSnapshot(libraryPath)
    await exportSite(snapshot, { libraryPath, out: join(folder, 'here'), themeFolder })
    snapshot.close()
    const here = contentsOf(join(folder, 'here'))
    for (const { out } of outs) expect(contentsOf(out)).toEqual(here)
  })

  it('can be cancelled, and leaves nothing', async () => {
    const out = join(temporaryFolder(), 'site')
    const cancel = new AbortController()
    const job = { libraryPath: libraryOf(500), out, themeFolder }
    const outcome = runExport(job, {
      signal: cancel.signal,
      onProgress: ({ done }) => done > 3 && cancel.abort(),
    })
    await expect(outcome).rejects.toMatchObject({ code: 'cancelled' })
    expect(contentsOf(join(out, '..'))).toEqual({})
  })

  it('tells at once that it is cancelled, however long it takes to tidy up or to hear', async () => {
    const job = { libraryPath: libraryOf(3), out: join(temporaryFolder(), 'site'), themeFolder }
    await runExport(job)
    const before = contentsOf(job.out)
    const busy = join(temporaryFolder(), 'worker.cjs')
    const claimed = JSON.stringify(join(job.out, '.longhand-export'))
    writeFileSync(
      busy,
      `const fs = require('node:fs'); const { threadId, parentPort } = require('node:worker_threads')
       parentPort.on('message', () => {
         fs.mkdirSync(${claimed})
         fs.writeFileSync(${claimed} + '/lock', JSON.stringify({ pid: process.pid, since: Date.now() - process.uptime() * 1000, thread: threadId }))
         parentPort.postMessage({ kind: 'progress', progress: { step: 'Rendering pages', done: 1, total: 3 } })
         for (;;) {}
       })`,
    )
    const cancel = new AbortController()
    const exporter = createExporter(busy)
    let at = Number.POSITIVE_INFINITY
    const onProgress = () => {
      at = performance.now()
      cancel.abort()
    }
    await expect(exporter.run(job, { signal: cancel.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    })
    // Nothing but a timer runs here meanwhile; a busy machine may still be late.
    expect(performance.now() - at).toBeLessThan(1000)
    await exporter.close()
    expect(contentsOf(job.out)).toEqual(before)
  })

  it('says what is wrong with a library', async () => {
    const job = { libraryPath: temporaryFolder(), out: join(temporaryFolder(), 'site'), themeFolder }
    await expect(runExport(job)).rejects.toMatchObject({ code: 'not-a-library' })
  })

  it('that says nothing is stopped; the old site stays and the next export works', async () => {
    const job = { libraryPath: libraryOf(3), out: join(temporaryFolder(), 'site'), themeFolder }
    await runExport(job)
    const before = contentsOf(job.out)
    const stuck = temporaryFolder()
    const claimed = join(job.out, '.longhand-export')
    writeFileSync(
      join(stuck, 'worker.cjs'),
      `const fs = require('node:fs'); const { threadId, parentPort } = require('node:worker_threads')
       parentPort.on('message', ({ out }) => {
         fs.mkdirSync(out + '/.longhand-export')
         fs.writeFileSync(out + '/.longhand-export/lock', JSON.stringify({ pid: process.pid, since: Date.now() - process.uptime() * 1000, thread: threadId }))
         for (;;);
       })`,
    )
    const outcome = runExport(job, { silenceMs: 500 }, join(stuck, 'worker.cjs'))
    await expect(outcome).rejects.toMatchObject({ code: 'theme', message: expect.stringContaining('500 ms') })
    expect(existsSync(claimed)).toBe(false)
    expect(contentsOf(job.out)).toEqual(before)
    expect(await runExport(job)).toMatchObject({ written: 0 })
  })
})

/** A worker that says at once that it is done, and which are alive. */
function quickWorker() {
  const folder = temporaryFolder()
  const file = join(folder, 'worker.cjs')
  const log = join(folder, 'alive')
  writeFileSync(
    file,
    `const fs = require('node:fs'); const { threadId, parentPort } = require('node:worker_threads')
     parentPort.on('message', () => setTimeout(() => parentPort.postMessage({ kind: 'done', result: {} }), 50))
     setInterval(() => fs.appendFileSync(${JSON.stringify(log)}, threadId + ' '), 20)`,
  )
  const alive = async () => {
    writeFileSync(log, '')
    await wait(200)
    return new Set(readFileSync(log, 'utf8').split(' ').filter(Boolean)).size
  }
  return { job: { libraryPath: folder, out: join(folder, 'site'), themeFolder }, file, alive }
}

describe('an exporter', () => {
  it('keeps one worker when several exports end at once, and none once it is closed', async () => {
    const { job, file, alive } = quickWorker()
    const exporter = createExporter(file)
    await Promise.all([exporter.run(job), exporter.run(job), exporter.run(job)])
    expect(await alive()).toBe(1)
    await exporter.close()
    expect(await alive()).toBe(0)
  })

  it('keeps no worker of an export that ends after it was closed', async () => {
    const { job, file, alive } = quickWorker()
    const exporter = createExporter(file)
    const late = exporter.run(job)
    await exporter.close()
    await late
    expect(await alive()).toBe(0)
  })

  it('outlives a worker that fails while it is only kept, and starts another', async () => {
    const { job, file } = quickWorker()
    const once = join(job.libraryPath, 'once')
    const failing = `if (!require('node:fs').existsSync(${JSON.stringify(once)})) {
      require('node:fs').writeFileSync(${JSON.stringify(once)}, ''); throw new Error('no memory') }\n`
    writeFileSync(file, failing + readFileSync(file, 'utf8'))
    const exporter = createExporter(file)
    exporter.prepare()
    await expect.poll(() => existsSync(once), { timeout: 10_000 }).toBe(true)
    await wait(100)
    expect(await exporter.run(job, { silenceMs: 2000 })).toEqual({})
    await exporter.close()
  })
})

it('an export is cancelled though a thread that renders is busy for ever', async () => {
  const folder = temporaryFolder()
  const rendererFile = join(folder, 'busy.cjs')
  writeFileSync(rendererFile, 'module.exports = () => { for (;;); }')
  const libraryPath = libraryOf(60)
  const snapshot = openSnapshot(libraryPath)
  const cancel = new AbortController()
  setTimeout(() => cancel.abort(), 300)
  const job = { libraryPath, out: join(folder, 'site'), themeFolder, rendererFile, threads: 2 }
  await expect(exportSite(snapshot, { ...job, signal: cancel.signal })).rejects.toMatchObject({
    code: 'cancelled',
  })
  snapshot.close()
  expect(existsSync(job.out)).toBe(false)
}, 10_000)
