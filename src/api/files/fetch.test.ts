import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, openApi } from '../open-api'

const folder = mkdtempSync(join(tmpdir(), 'longhand-files-'))
const rendererFolder = join(folder, 'renderer')
const resources = join(import.meta.dirname, '../../../resources')
const logged: string[] = []
let api: Api
beforeAll(async () => {
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(
    join(rendererFolder, 'index.html'),
    '<!doctype html><html><head><title>x</title></head></html>',
  )
  writeFileSync(join(rendererFolder, 'assets', 'index-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  api = await openApi({
    libraryPath: join(folder, 'library'),
    create: true,
    resources,
    rendererFolder,
    siteWorker: '',
    shell: 'browser',
    version: '0.0.0',
    log: { info: () => undefined, error: (message) => logged.push(message) },
  })
})
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})
const get = (path: string, method = 'GET', base = 'http://127.0.0.1:4747') =>
  api.fetch(new Request(base + path, { method }))
const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? ''

describe('the page', () => {
  it('has a policy with a nonce of its own each time, which it can read', async () => {
    const nonces = new Set<string>()
    for (const _ of [1, 2]) {
      const answer = await get('/')
      const nonce = /'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? ''
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      expect(await answer.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  it('may run its own scripts and nothing else', async () => {
    const policy = policyOf(await get('/'))
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(policy).not.toContain('unsafe')
    for (const part of [
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part)
    }
  })

  it('opens its socket where it came from, and in the desktop none at all', async () => {
    expect(policyOf(await get('/'))).toContain("connect-src 'self' ws://127.0.0.1:4747;")
    const desktop = await api.fetch({ url: 'app://longhand/', method: 'GET' } as Request)
    expect(policyOf(desktop)).toContain("connect-src 'self';")
  })
})

describe('files', () => {
  it('of the build keep their type and are kept for ever, since their names have a hash', async () => {
    const answer = await get('/assets/index-1a2b3c.js')
    expect(await answer.text()).toBe('export {}')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  it.each(['/secret.txt', '/..%2fsecret.txt', '/%2e%2e%2f%2e%2e%2fsecret.txt', '/assets', '/nothing.js'])(
    '%s is not found',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('secret')
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('can’t be reached by %s', async (method) => {
    expect((await get('/', method)).status).toBe(405)
  })

  it('tell a HEAD their size alone', async () => {
    const answer = await get('/assets/index-1a2b3c.js', 'HEAD')
    expect(answer.headers.get('content-length')).toBe('9')
    expect(await answer.text()).toBe('')
  })
})

describe('the drawing board', () => {
  it('may run the program’s scripts and style what it draws, inside the screen alone, and reach nothing', async () => {
    writeFileSync(join(rendererFolder, 'drawing.html'), '<!doctype html><title>x</title>')
    expect(policyOf(await get('/drawing.html'))).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
  })

  it('hands in drawings, which are served as pictures', async () => {
    const source = 'graph TD\n  A'
    expect(await api.client.drawings.find({ sources: [source] })).toEqual([null])
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>'
    const kept = await api.client.drawings.keep({ source, svg })
    expect(kept).toMatchObject({ width: 30, height: 20 })
    expect(await api.client.drawings.find({ sources: ['other', source] })).toEqual([null, kept])
    expect((await get(`/${kept.path}`)).headers.get('content-type')).toBe('image/svg+xml')
    await expect(api.client.drawings.keep({ source, svg: '<p>' })).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('media', () => {
  it('come from the library, by the name in Markdown', async () => {
    const bytes = new Uint8Array(readFileSync(join(resources, 'icons/longhand.png')))
    const { path } = await api.client.assets.add({ name: 'diagram.png', bytes })
    const answer = await get(`/${path}`)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-type')).toBe('image/png')
  })

  it('can’t run, whatever they are', async () => {
    const page = new TextEncoder().encode('<script>alert(1)</script>')
    for (const name of ['evil.html', 'evil.js', 'evil.svg', 'evil.xhtml']) {
      const { path } = await api.client.assets.add({ name, bytes: page })
      const answer = await get(`/${path}`)
      expect(answer.headers.get('content-type')).not.toMatch(/html|javascript|\/xml/)
      expect(policyOf(answer)).toMatch(/default-src 'none'.*sandbox$/)
    }
  })

  it.each(['/media/', '/media/none.png', '/media/a/b.png', '/media/..%2flibrary.sqlite'])(
    '%s is not found',
    async (path) => expect((await get(path)).status).toBe(404),
  )
})

describe('the preview', () => {
  it('is the theme’s page of a post, in which nothing can run', async () => {
    const { id } = await api.client.posts.create({ title: 'Seen <b>before</b>', body: 'Text.' })
    const answer = await get(`/preview/${id}`)
    const page = await answer.text()
    expect(page).toContain('<!--longhand:content-->')
    expect(page).toContain('Seen &lt;b&gt;before&lt;/b&gt;')
    expect(policyOf(answer)).toContain("default-src 'none'; style-src 'self'")
    expect(policyOf(answer)).toMatch(/sandbox allow-same-origin$/)
    expect(policyOf(answer)).not.toContain('script-src')
    const style = /\/theme\/[^"' ]+\.css/.exec(page)?.[0] ?? ''
    expect((await get(style)).headers.get('content-type')).toContain('text/css')
  })

  it.each(['/preview/', '/preview/nonsense', '/preview/01890000-0000-7000-8000-000000000000'])(
    '%s is not found',
    async (path) => expect((await get(path)).status).toBe(404),
  )

  it('has files of a theme that can’t run, whatever they are', async () => {
    const assets = join(folder, 'library/themes/odd/assets')
    mkdirSync(assets, { recursive: true })
    writeFileSync(join(assets, '../theme.yaml'), 'name: Odd\nextends: broadsheet\n')
    for (const name of ['odd.html', 'odd.svg']) {
      writeFileSync(
        join(assets, name),
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      )
      const answer = await get(`/theme/odd/${name}`)
      expect(answer.status).toBe(200)
      expect(policyOf(answer)).toMatch(/default-src 'none'.*sandbox$/)
    }
    rmSync(join(assets, '..'), { recursive: true })
  })

  it.each([
    '/theme/other/site.css',
    '/theme/broadsheet/',
    '/theme/broadsheet/..%2ftheme.yaml',
    '/theme/broadsheet/theme.yaml',
  ])('%s is not found', async (path) => expect((await get(path)).status).toBe(404))
})

describe('the preview of the site', () => {
  it('is the site as an export would make it, in which nothing can run', async () => {
    await api.client.site.set({ title: 'Slow Computing' })
    const answer = await get('/site/')
    expect(await answer.text()).toContain('Slow Computing')
    expect(policyOf(answer)).toMatch(/^default-src 'none'.*sandbox allow-same-origin$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('has a page for each that the screen offers, and another number once something has changed', async () => {
    const before = await api.client.site.pages()
    for (const { path } of before.pages) expect((await get(`/site${encodeURI(path)}`)).status).toBe(200)
    await api.client.site.set({ tagline: 'Changed' })
    expect((await api.client.site.pages()).revision).not.toBe(before.revision)
  })

  it('has the library’s media below it, with their own policy', async () => {
    const bytes = new Uint8Array(readFileSync(join(resources, 'icons/longhand.png')))
    const { path } = await api.client.assets.add({ name: 'logo.png', bytes })
    for (const base of ['/site', '/look/column']) {
      const answer = await get(`${base}/${path}`)
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(policyOf(answer)).toMatch(/sandbox$/)
    }
  })

  it('is there in every theme that can be chosen, for a small picture of it', async () => {
    const themes = await api.client.site.themes({})
    expect(themes.map(({ title }) => title)).toEqual(expect.arrayContaining(['Broadsheet', 'Column']))
    for (const { name, problem } of themes) {
      expect(problem).toBe(null)
      const page = await (await get(`/look/${name}/`)).text()
      const sheet = /href="(\/look\/[^"]+\.css)"/.exec(page)?.[1] ?? ''
      expect((await get(sheet)).headers.get('content-type')).toBe('text/css; charset=utf-8')
    }
  })

  it.each([
    '/site/nowhere/',
    '/site/%',
    '/site/..%2f..%2fsecret.txt',
    '/site/media/none.png',
    '/look/none/',
    '/look/..%2fbroadsheet/',
    '/look/column/assets/none.css',
  ])('%s is not found', async (path) => expect((await get(path)).status).toBe(404))
})

it('nothing of this was a surprise', () => {
  expect(logged).toEqual([])
})
