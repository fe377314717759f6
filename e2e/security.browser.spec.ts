import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { type Server, startServer } from './harness/browser-shell.ts'
import { test as base, expect } from './harness/test.ts'

const test = base.extend<{ server: Server }>({
  server: async ({ folder }, use) => {
    const server = await startServer(join(folder, 'library'))
    await use(server)
    await server.stop()
  },
})

/** Asks the server by hand, so that Host and Origin can be anything. */
function ask(address: URL, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: address.port,
        path: `${address.pathname}${address.search}`,
        method,
        headers,
      }
      const asked = httpRequest(options, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
      })
      asked.on('error', reject)
      asked.end()
    },
  )
}

/** The address of the calls, with the token or another one. */
function callsAddress(server: Server, token?: string): URL {
  const address = new URL(server.url)
  const own = address.searchParams.get('token') ?? new URLSearchParams(address.hash.slice(1)).get('token')
  return new URL(`/rpc?token=${token ?? own}`, address)
}

/** How a WebSocket that is opened with these headers ends: `open`, or the status it is refused with. */
function connect(address: URL, headers: Record<string, string>) {
  return new Promise<string>((resolve) => {
    const socket = new WebSocket(String(address).replace('http', 'ws'), { headers })
    socket.on('open', () => {
      socket.close()
      resolve('open')
    })
    socket.on('unexpected-response', (_, response) => resolve(String(response.statusCode)))
    socket.on('error', (error) => resolve(error.message))
  })
}

test('it listens on 127.0.0.1 alone, and its token is long and new at each start', async ({
  server,
  folder,
}) => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
  const other = await startServer(join(folder, 'other-library'))
  const tokens = [server, other].map((of) => callsAddress(of).searchParams.get('token') ?? '')
  await other.stop()
  expect(tokens[0]).not.toBe(tokens[1])
  for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(22)
})

test('a call without the token, or with a wrong one, is refused', async ({ server }) => {
  const origin = new URL(server.url).origin
  expect(await connect(callsAddress(server), { origin })).toBe('open')
  expect(await connect(callsAddress(server, 'wrong'), { origin })).toBe('403')
  expect(await connect(callsAddress(server, ''), { origin })).toBe('403')
})

test('a foreign Origin and a foreign Host are refused, with the right token too', async ({ server }) => {
  const address = new URL(server.url)
  for (const origin of [
    'https://evil.example',
    'null',
    `http://localhost:${address.port}`,
    'http://127.0.0.1:1',
  ]) {
    expect(await connect(callsAddress(server), { origin }), origin).toBe('403')
  }
  for (const host of [
    'evil.example',
    `evil.example:${address.port}`,
    `127.0.0.1.evil.example:${address.port}`,
  ]) {
    expect((await ask(address, { host })).status, host).toBe(403)
    expect(await connect(callsAddress(server), { host, origin: address.origin }), host).toBe('403')
  }
})

test('files outside the renderer and the library’s media are not served', async ({ server }) => {
  const address = new URL(server.url)
  const paths = [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/media/..%2flibrary.sqlite',
    '/media/%2e%2e/library.sqlite',
    '/media/..%5clibrary.sqlite',
    '/theme/broadsheet/..%2f..%2f..%2fpackage.json',
    '/media/%00',
    '//etc/passwd',
    '/media//etc/passwd',
    '/%ff',
    '/library.sqlite',
  ]
  for (const path of paths) {
    const asked = new URL(address)
    // A URL would tidy the path before it is sent; the raw one has to arrive.
    Object.defineProperty(asked, 'pathname', { value: path })
    const answer = await ask(asked, { host: address.host })
    expect(answer.body, path).not.toMatch(/"name": "longhand"|SQLite format|root:/)
  }
})

test('answers carry the policy, and methods that write are refused', async ({ server }) => {
  const address = new URL(server.url)
  const page = await ask(address, { host: address.host })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect(
      (await ask(address, { host: address.host, origin: address.origin }, method)).status,
    ).toBeGreaterThanOrEqual(400)
  }
})
