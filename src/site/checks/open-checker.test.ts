/** @module-tag thorough */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../library'
import { type Checks, openChecks } from './open-checker'

// Inside the project, so that the worker finds better-sqlite3 as the built app does.
const built = resolve('node_modules/.cache/longhand-check-worker')
const workerFile = join(built, 'check-worker.cjs')
const external = ['better-sqlite3', 'sharp']

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: resolve('src/site/checks/worker.ts'),
      outDir: built,
      target: 'node18',
      rolldownOptions: { external, output: { format: 'cjs', entryFileNames: 'check-worker.cjs' } },
    },
    ssr: { noExternal: true, external },
  })
}, 60_000)
afterAll(() => rmSync(built, { recursive: true, force: true }))

let folder: string
let library: Library
const opened: Checks[] = []
const places = { shipped: resolve('resources/themes') }
const open = (file: string | undefined) => {
  const checks = openChecks({ libraryPath: library.path, places }, file)
  opened.push(checks)
  return checks
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-checker-'))
  library = openLibrary(join(folder, 'library'), { create: true })
  library.setSite({ baseUrl: 'https://example.org' })
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((checks) => checks.close()))
  library.close()
  rmSync(folder, { recursive: true })
})

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'found',
    (error: { code: string }) => error.code,
  )

describe('checks in a worker', () => {
  it('find what checks on this thread find, and what changed since', async () => {
    const fields = { title: 'First', summary: 'About it.', status: 'published' as const }
    const { id } = library.createPost({ ...fields, body: '[gone](gone.md)' })
    const [here, there] = [open(undefined), open(workerFile)]
    const found = await there.check()
    expect(found).toMatchObject([{ code: 'dead-link', line: 1, post: { id } }])
    expect(await here.check()).toEqual(found)
    library.setBody(id, 'Mended.')
    expect(await there.check()).toEqual(found)
    expect(await there.checkPost(id)).toEqual([])
    library.releases.update(id)
    expect(await there.check()).toEqual([])
  })

  it('answer several questions, each with its own', async () => {
    const [one, other] = ['a.md', 'b.md'].map((href) =>
      library.createPost({ title: href, body: `[x](${href})` }),
    )
    const checks = open(workerFile)
    const answers = await Promise.all([
      checks.checkPost(one?.id as never),
      checks.checkPost(other?.id as never),
    ])
    expect(answers.map((found) => found.find(({ code }) => code === 'dead-link')?.message)).toEqual([
      expect.stringContaining('a.md'),
      expect.stringContaining('b.md'),
    ])
  })

  it('say what is wrong with a theme, and go on when it is mended', async () => {
    const checks = open(workerFile)
    library.setSite({ theme: 'nobodys' })
    expect(await codeOf(checks.check())).toBe('theme')
    library.setSite({ theme: 'column' })
    expect(await codeOf(checks.check())).toBe('found')
  })

  it('are cancelled when they are closed', async () => {
    const checks = open(workerFile)
    const asked = codeOf(checks.check())
    await checks.close()
    expect(await asked).toBe('cancelled')
    expect(await codeOf(checks.check())).toBe('cancelled')
  })

  it('check a theme of one’s own that loops, while this thread goes on', async () => {
    const own = join(folder, 'themes')
    mkdirSync(join(own, 'mine', 'layouts'), { recursive: true })
    writeFileSync(join(own, 'mine', 'theme.yaml'), 'name: Mine\nextends: broadsheet\n')
    const loops = `${'{% for i in (1..3000) %}'.repeat(5)}x${'{% endfor %}'.repeat(5)}`
    writeFileSync(join(own, 'mine', 'layouts', 'index.liquid'), loops)
    const checks = openChecks({ libraryPath: library.path, places: { ...places, own } }, workerFile)
    opened.push(checks)
    let ticks = 0
    const clock = setInterval(() => ticks++, 20)
    const findings = await checks.checkTheme('mine')
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(50)
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'layouts/index.liquid' }),
    )
    expect(await checks.checkTheme('column')).toEqual([])
  }, 60_000)
})
