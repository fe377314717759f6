import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../library'
import { importFolder } from './import-folder'
import { findReferences } from './references'

const starter = join(import.meta.dirname, '..', '..', 'resources', 'starter')

let folder: string
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-starter-'))
  library = openLibrary(join(folder, 'library'), { create: true })
})

afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the starter posts', () => {
  it('come in whole: six posts, one of them a draft, with their pictures, and nothing to remark', async () => {
    const report = await importFolder(library, starter)
    expect(report).toEqual({ imported: 6, updated: 0, unchanged: 0, skipped: [], assets: 6, warnings: [] })
    expect(library.posts({ status: 'draft' }).map(({ slug }) => slug)).toEqual(['notes-on-a-slow-query'])
    expect(library.posts({ status: 'published' })[0]?.slug).toBe('start-here')
  })

  it('have titles that say as links where they lead', async () => {
    await importFolder(library, starter)
    const empty =
      /^(start|here|start here|click here|click this|go|this|more|more info(rmation)?|learn more|read more|see more)$/i
    expect(library.posts({}).filter(({ title }) => empty.test(title))).toEqual([])
  })

  it('link only to published posts and to pictures that are there', async () => {
    await importFolder(library, starter)
    for (const { slug } of library.posts({ status: 'published' })) {
      for (const { target } of findReferences(library.post(slug)?.body ?? '')) {
        const linked = /^([^#]+)\.md/.exec(target)?.[1]
        const leads =
          linked === undefined ? library.asset(target) : library.post(linked)?.status === 'published'
        expect(leads, `${slug}: ${target}`).toBeTruthy()
      }
    }
  })
})
