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
  const own = new URL(server.url).searchParams.get('token')
  return new URL(`/rpc?token=${token ?? own}`, server.url)
}

/** Headers of a request by our own page, which got its cookie for the token. */
async function ownHeaders(server: Server): Promise<{ host: string; origin: string; cookie: string }> {
  const address = new URL(server.url)
  const { headers } = await ask(address, { host: address.host })
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  return { host: address.host, origin: address.origin, cookie }
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

test('the token is in the address once, and then a cookie that no script and no other site has', async ({
  server,
}) => {
  const address = new URL(server.url)
  const answer = await ask(address, { host: address.host })
  expect(answer.status).toBe(303)
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/)
  expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Strict/)
  expect(String(answer.headers['set-cookie'])).not.toContain(address.searchParams.get('token'))
  expect((await ask(new URL('/', address), { host: address.host })).status).toBe(403)
  expect((await ask(new URL('/', address), await ownHeaders(server))).status).toBe(200)
})

test('files outside the renderer and the library’s media are not served', async ({ server }) => {
  const headers = await ownHeaders(server)
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
    const asked = new URL(server.url)
    // A URL would tidy the path before it is sent; the raw one has to arrive.
    Object.defineProperty(asked, 'pathname', { value: path })
    Object.defineProperty(asked, 'search', { value: '' })
    const answer = await ask(asked, headers)
    expect(answer.body, path).not.toMatch(/"name": "longhand"|SQLite format|root:/)
    expect(answer.status, path).toBeGreaterThanOrEqual(400)
  }
})

test('answers carry the policy, and methods that write are refused', async ({ server }) => {
  const headers = await ownHeaders(server)
  const root = new URL('/', server.url)
  const page = await ask(root, headers)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect((await ask(root, headers, method)).status).toBeGreaterThanOrEqual(400)
  }
})

test('a call that does not exist, and one with input of another shape, are refused with a code', async ({
  server,
  page,
}) => {
  await page.goto(server.url)
  const answers = await page.evaluate(async () => {
    const socket = new WebSocket(`ws://${location.host}/rpc`)
    await new Promise((opened) => socket.addEventListener('open', opened))
    const ask = (path: string, json: unknown) =>
      new Promise<string>((answered) => {
        socket.addEventListener('message', (event) => answered(String(event.data)), { once: true })
        socket.send(JSON.stringify({ i: crypto.randomUUID(), p: { u: path, b: { json } } }))
      })
    return [await ask('/no/such/call', {}), await ask('/posts/get', { id: '../../etc/passwd' })]
  })
  for (const answer of answers) expect(answer).toMatch(/NOT_FOUND|BAD_REQUEST|bad-input|not-found|404|400/)
})
