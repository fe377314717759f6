import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveSite } from './serve-site'
import { temporaryFolder } from './temporary-folder'

async function served(basePath = '/') {
  const folder = temporaryFolder()
  const site = join(folder, 'site')
  mkdirSync(join(site, 'posts/größe'), { recursive: true })
  mkdirSync(join(site, 'empty'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(site, 'index.html'), 'front')
  writeFileSync(join(site, '404.html'), 'nothing here')
  writeFileSync(join(site, 'feed.xml'), '<feed/>')
  mkdirSync(join(site, 'tags'))
  writeFileSync(join(site, 'tags.html'), 'tags')
  writeFileSync(join(site, 'drawing.svg'), '<svg/>')
  writeFileSync(join(site, '.longhand-site.json'), '{}')
  writeFileSync(join(site, 'posts/größe/index.html'), 'a post')
  symlinkSync(folder, join(site, 'out'))
  const server = await serveSite(site, basePath)
  onTestFinished(() => server.close())
  return server
}

/** A request as it is written, which `fetch` would tidy up first. */
function ask(url: string, path: string, options: { method?: string; host?: string } = {}) {
  const { port } = new URL(url)
  return new Promise<{
    status: number | undefined
    type: string | undefined
    location: string | undefined
    body: string
  }>((resolve, reject) => {
    const headers = options.host === undefined ? {} : { host: options.host }
    const sent = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers },
      (answer) => {
        let body = ''
        answer.on('data', (chunk) => {
          body += chunk
        })
        const { 'content-type': type, location } = answer.headers
        answer.on('end', () => resolve({ status: answer.statusCode, type, location, body }))
      },
    )
    sent.on('error', reject).end()
  })
}

describe('a served site', () => {
  it.each([
    ['/', 'front', 'text/html; charset=utf-8'],
    ['/?x=1#y', 'front', 'text/html; charset=utf-8'],
    ['/tags', 'tags', 'text/html; charset=utf-8'],
    ['/feed.xml', '<feed/>', 'application/xml; charset=utf-8'],
    ['/posts/gr%C3%B6%C3%9Fe/', 'a post', 'text/html; charset=utf-8'],
  ])('answers %s', async (path, body, type) => {
    expect(await ask((await served()).url, path)).toMatchObject({ status: 200, body, type })
  })

  it('lets no script of a drawing run that is opened by itself', async () => {
    const { url } = await served()
    const { headers } = await fetch(`${url}drawing.svg`)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    )
    expect((await fetch(url)).headers.get('content-security-policy')).toBeNull()
  })

  it('sends a folder without its slash to the one with it', async () => {
    expect(await ask((await served()).url, '/posts/gr%C3%B6%C3%9Fe')).toMatchObject({
      status: 308,
      location: '/posts/gr%C3%B6%C3%9Fe/',
    })
  })

  it('sends who asks for a page with a slash to its address without one, where it has none', async () => {
    expect(await ask((await served()).url, '/tags/')).toMatchObject({ status: 308, location: '/tags' })
  })

  it.each([
    '/nothing',
    '/empty/',
    '/../secret.txt',
    '/posts/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/out/secret.txt',
    '//secret.txt',
    '/.longhand-site.json',
    '/index.html%00.txt',
    '/%zz',
    '/feed.xml/x',
    `/${'x'.repeat(5000)}`,
  ])('shows its 404 page for %s', async (path) => {
    expect(await ask((await served()).url, path)).toMatchObject({ status: 404, body: 'nothing here' })
  })

  it('lives under its base path', async () => {
    const { url } = await served('/blog/')
    expect(new URL(url).pathname).toBe('/blog/')
    expect(await ask(url, '/blog/')).toMatchObject({ status: 200, body: 'front' })
    expect(await ask(url, '/feed.xml')).toMatchObject({ status: 404 })
  })

  it('only reads, and only for this machine', async () => {
    const { url } = await served()
    expect(await ask(url, '/', { method: 'POST' })).toMatchObject({ status: 405 })
    expect(await ask(url, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    expect(await ask(url, '/', { host: 'evil.example' })).toMatchObject({ status: 421, body: '' })
  })

  it('is refused for a folder that isn’t there', async () => {
    await expect(serveSite(join(temporaryFolder(), 'none'))).rejects.toMatchObject({ code: 'not-found' })
  })
})
