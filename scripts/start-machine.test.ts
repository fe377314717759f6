import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findElectron, locateElectron } from './start-electron.mjs'
import { findNode, hasDisplay, isRecent, splitArguments } from './start-machine.mjs'
import { run } from './start-run.mjs'

const folder = mkdtempSync(join(tmpdir(), 'longhand-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = join(import.meta.dirname, '..')

describe('the machine', () => {
  it.each([
    ['v20.20.2', false],
    ['v22.13.0', false],
    ['v22.14.0', true],
    ['v24.0.0', true],
    ['', false],
  ])('has a Node %j that is recent enough: %s', (version, expected) =>
    expect(isRecent(version)).toBe(expected),
  )

  it('has the Node that the project brings along', () => {
    const { path, problem } = findNode(root)
    expect(problem).toBeUndefined()
    expect(existsSync(path)).toBe(true)
  })

  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ])('%s with %j has a display: %s', (platform, environment, expected) =>
    expect(hasDisplay(platform, environment)).toBe(expected),
  )
})

describe('arguments', () => {
  it('go to the shell that they concern', () => {
    expect(splitArguments(['--library', 'my blog', '--port', '4000', '--no-open'])).toEqual({
      app: ['--library', 'my blog'],
      serve: ['--library', 'my blog', 'serve', '--port', '4000'],
      inBrowser: false,
      mayOpen: false,
    })
    expect(splitArguments(['--browser', '--port=1'])).toMatchObject({
      serve: ['serve', '--port=1'],
      inBrowser: true,
    })
  })
})

describe('Electron', () => {
  it('is the one that ELECTRON_OVERRIDE_DIST_PATH names', () => {
    const dist = join(folder, 'dist')
    mkdirSync(dist)
    writeFileSync(join(dist, 'electron'), '')
    expect(locateElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: dist })).toBe(join(dist, 'electron'))
  })

  it.each([
    ['the named folder is empty', { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, /no Electron in \/nowhere/],
    ['the package is missing', {}, /npm ci/],
  ])('is missed with a reason when %s', async (_what, environment, reason) => {
    const found = await findElectron(join(folder, 'empty'), process.execPath, () => undefined, environment)
    expect(found.reason).toMatch(reason)
  })

  it('is not waited for where its download is refused', async () => {
    const home = join(folder, 'refused', 'node_modules', 'electron')
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'install.js'), 'process.exit(3)')
    const said: string[] = []
    const environment = { ELECTRON_MIRROR: 'http://127.0.0.1:9/' }
    const found = await findElectron(
      join(folder, 'refused'),
      process.execPath,
      (text) => said.push(text),
      environment,
    )
    expect(found.reason).toMatch(/out of reach/)
    expect(said).toEqual([])
  })
})

describe('a program', () => {
  const script = (code: string) => ['-e', code]

  it('gives its exit code, and why it could not start', async () => {
    expect(await run(process.execPath, script('process.exit(3)'))).toEqual({ code: 3 })
    const complaint = 'error while loading shared libraries: libnss3.so'
    const failing = script(`console.error('electron: ${complaint}'); process.exit(127)`)
    expect(await run(process.execPath, failing, { keepComplaint: true })).toEqual({ code: 127, complaint })
    expect((await run(join(folder, 'nothing'), [])).code).toBe(1)
  })

  it('tells the address that it prints, once', async () => {
    const urls: string[] = []
    const url = 'http://127.0.0.1:4747/?token=abc_-1'
    await run(process.execPath, script(`console.log('Open ${url}\\n${url}')`), {
      onAddress: (found: string) => urls.push(found),
    })
    expect(urls).toEqual([url])
  })
})
