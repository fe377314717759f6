import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openFinder, openLibrary } from '../../library'
import { draftCalls } from './drafts'
import { type House, implementContract } from './house'

const log = { info: () => undefined, error: () => undefined }
let folder: string
let library: Library
let listening: number
let closing: AbortController
let house: House
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-listeners-'))
  library = openLibrary(join(folder, 'library'), { create: true })
  listening = 0
  closing = new AbortController()
  const counted: Library = Object.create(library, {
    onChange: {
      value: (listener: Parameters<Library['onChange']>[0]) => {
        listening++
        const stop = library.onChange(listener)
        return () => {
          listening--
          stop()
        }
      },
    },
  })
  house = {
    library: counted,
    finder: openFinder(library, undefined),
    log,
    closing: closing.signal,
    jobs: new Set(),
  }
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['updates', 'changes'])('a stream of %s', (kind) => {
  const open = async (signal?: AbortSignal) => {
    const calls = createRouterClient(draftCalls(implementContract(house), house))
    const options = signal === undefined ? {} : { signal }
    const { id } = library.createPost({ title: 'Watched' })
    return kind === 'updates'
      ? calls.drafts.changes({ id, after: library.openDraft(id).seq }, options)
      : calls.library.changes(undefined, options)
  }

  it('listens no longer once its reader has left', async () => {
    const events = await open()
    expect(listening).toBe(1)
    const waiting = events.next()
    await events.return?.(undefined)
    expect(await waiting).toMatchObject({ done: true })
    expect(listening).toBe(0)
  })

  it('listens no longer once its caller has aborted', async () => {
    const controller = new AbortController()
    const events = await open(controller.signal)
    const waiting = events.next()
    controller.abort()
    expect(await waiting).toMatchObject({ done: true })
    expect(listening).toBe(0)
  })

  it('does not listen for a caller who has gone before', async () => {
    const controller = new AbortController()
    controller.abort()
    const first = async () => (await open(controller.signal)).next()
    const result = await first().catch(() => ({ done: true }))
    expect(result).toMatchObject({ done: true })
    expect(listening).toBe(0)
  })

  it('ends when the library closes', async () => {
    const events = await open()
    closing.abort()
    expect(await events.next()).toMatchObject({ done: true })
    expect(listening).toBe(0)
  })
})
