/** @module-tag thorough */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentsOf, temporaryFolder } from '../temporary-folder'
import { faultyDisk } from './faulty-disk'
import { exportError } from './file-errors'
import { diskOperations, type FileOperations } from './file-operations'
import { manifestFile } from './manifest'
import { recoverOutput } from './open-output'
import { fill, newSite, oldSite, type Site, write } from './sample-site'

const kinds = [
  { name: 'a missing folder', prepare: async () => undefined, before: null },
  {
    name: 'an empty folder',
    prepare: async (out: string) => mkdirSync(out, { recursive: true }),
    before: {},
  },
  {
    name: 'an older site',
    prepare: (out: string) => write(out, oldSite, { files: faultyDisk(0, 'dies').operations }),
    before: oldSite,
  },
  {
    name: 'a folder of others',
    prepare: async (out: string) => fill(out, { 'index.html': 'mine', 'a/b': 'c' }),
    before: { 'index.html': 'mine', 'a/b': 'c' },
  },
]

const state = (out: string) => {
  if (!existsSync(out)) return null
  const { [manifestFile]: _, ...files } = contentsOf(out)
  return files
}

describe.each(kinds)('an export into $name', ({ prepare, before }) => {
  const run = async (out: string, files: FileOperations) => write(out, newSite, { files, force: true })

  it('that dies at any change is completed or undone by the next, which then succeeds', async () => {
    const total = await changesOf(prepare, run)
    for (let n = 1; n <= total; n++) {
      const out = join(temporaryFolder(), 'parent/site')
      await prepare(out)
      await run(out, faultyDisk(n, 'dies').operations).catch(() => undefined)
      forgetLocks(out)
      await recoverOutput(out, diskOperations)
      const recovered = state(out)
      const isOld = JSON.stringify(recovered ?? {}) === JSON.stringify(sorted(before ?? {}))
      if (!isOld) expect(normalise(recovered), `after change ${n} of ${total}`).toEqual(newSite)
      await run(out, faultyDisk(0, 'dies').operations)
      expect(normalise(state(out))).toEqual(newSite)
      expect(readdirSync(dirname(out))).toEqual(['site'])
    }
  })

  it('that fails at any change leaves what was there, without a trace', async () => {
    const total = await changesOf(prepare, run)
    let failures = 0
    for (let n = 1; n <= total; n++) {
      const out = join(temporaryFolder(), 'parent/site')
      await prepare(out)
      const existed = existsSync(dirname(out))
      const failure = await run(out, faultyDisk(n, 'ENOSPC').operations).catch((error: unknown) => error)
      if (failure instanceof Error) {
        failures++
        expect(exportError(failure, out).code, `change ${n} of ${total}`).toBe('disk-full')
        expect(state(out) ?? {}, `after change ${n} of ${total}`).toEqual(sorted(before ?? {}))
        expect(existsSync(dirname(out)), `after change ${n} of ${total}`).toBe(existed)
      } else {
        await recoverOutput(out, diskOperations)
        expect(normalise(state(out))).toEqual(newSite)
      }
    }
    expect(failures).toBeGreaterThan(5)
  })
})

async function changesOf(
  prepare: (out: string) => Promise<unknown>,
  run: (out: string, files: FileOperations) => Promise<unknown>,
) {
  const out = join(temporaryFolder(), 'parent/site')
  await prepare(out)
  const disk = faultyDisk(0, 'dies')
  await run(out, disk.operations)
  return disk.count()
}

/** This process is the one that died: in the real world its number would be another's by now. */
function forgetLocks(out: string) {
  for (const work of [join(out, '.longhand-export'), join(dirname(out), '.site.longhand-export')]) {
    const lock = join(work, 'lock')
    if (existsSync(lock)) writeFileSync(lock, JSON.stringify({ pid: process.pid, since: 1, thread: 0 }))
  }
}

const sorted = (site: Site) => Object.fromEntries(Object.entries(site).sort())

/** Without what others have in the folder. */
function normalise(site: Site | null): Site {
  return Object.fromEntries(
    Object.entries(site ?? {}).filter(([file]) => file !== 'a/b' && !file.includes('.kept-')),
  )
}
