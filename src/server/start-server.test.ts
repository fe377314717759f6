import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type BrowserShell, startServer } from './start-server'

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

const served: string[] = []
const connections: WebSocket[] = []
const api = {
  fetch: async (asked: Request) => {
    served.push(new URL(asked.url).pathname)
    return asked.method === 'POST' ? new Response('read only', { status: 405 }) : new Response('the page')
  },
  upgradeWebSocket: (socket: WebSocket) => {
    connections.push(socket)
  },
}

let shell: BrowserShell
let token: string
let cookie: string
beforeAll(async () => {
  shell = await startServer({ api, port: 0 })
  token = new URL(shell.url).searchParams.get('token') ?? ''
  const { headers } = await get(`/?token=${token}`)
  cookie = String(headers['set-cookie']).split(';')[0] ?? ''
})
afterAll(() => shell.close())

/** A request as it goes over the wire; fetch would not let a test lie about Host. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: shell.port, path, headers, method }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Opens a socket; resolves with 101 or the status of the refusal. */
function connect(path: string, headers: Record<string, string>, origin?: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${shell.port}${path}`, {
      headers,
      ...(origin ? { origin } : {}),
    })
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => undefined)
  })
}

describe('the address with the token', () => {
  it('has 256 bits in it, and another every time', async () => {
    const other = await startServer({ api, port: 0 })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(new URL(other.url).searchParams.get('token')).not.toBe(token)
    await other.close()
  })

  it('gives a cookie that scripts and other sites can’t use, and leads to the address without', async () => {
    const { status, headers } = await get(`/?token=${token}`)
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' })
    expect(String(headers['set-cookie'])).toMatch(
      new RegExp(`^longhand-${shell.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect(String(headers['set-cookie'])).not.toContain(token)
  })

  it('never leads to another site', async () => {
    expect((await get(`//example.org/?token=${token}`)).headers.location).toBe('/')
  })
})

describe('a request', () => {
  it('with the cookie is answered', async () => {
    expect(await get('/posts', { cookie })).toMatchObject({ status: 200, body: 'the page' })
    expect(await get('/', { cookie: `other=1; ${cookie}; more=2` })).toMatchObject({ status: 200 })
  })

  it.each([
    ['no token', '/', {}],
    ['a wrong token', '/?token=AAAA', {}],
    ['an empty token', '/?token=', {}],
    ['a wrong cookie', '/', { cookie: 'longhand-1=x' }],
    ['the token as the cookie', '/', () => ({ cookie: `longhand-${shell.port}=${token}` })],
    ['a foreign Host', '/', () => ({ cookie, host: 'evil.example' })],
    ['our Host with another port', '/', () => ({ cookie, host: '127.0.0.1:1' })],
    ['a name that ends like ours', '/', () => ({ cookie, host: `evil.127.0.0.1:${shell.port}` })],
  ])('with %s is refused with a sentence, and nothing is read', async (_what, path, headers) => {
    served.length = 0
    const answer = await get(path, typeof headers === 'function' ? headers() : headers)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatch(/<p>[A-Z][^<]+\.<\/p>/)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(served).toEqual([])
  })

  it('by the name localhost is answered as well', async () => {
    expect((await get('/', { cookie, host: `localhost:${shell.port}` })).status).toBe(200)
  })

  it('with a method that changes things reaches no file', async () => {
    expect((await get('/', { cookie }, 'POST')).status).toBe(405)
    expect((await get('/', {}, 'POST')).status).toBe(403)
  })

  it('for another server is no address of ours', async () => {
    expect((await get('http://evil.example/', { cookie })).status).toBe(400)
  })
})

describe('a socket', () => {
  const ours = () => `http://127.0.0.1:${shell.port}`

  it('of our own page opens', async () => {
    expect(await connect('/rpc', { Cookie: cookie }, ours())).toBe(101)
    expect(await connect(`/rpc?token=${token}`, {}, ours())).toBe(101)
  })

  it.each([
    ['a foreign Origin', '/rpc', () => ({ Cookie: cookie }), () => 'http://evil.example'],
    ['our Origin with another port', '/rpc', () => ({ Cookie: cookie }), () => 'http://127.0.0.1:1'],
    ['the Origin null', '/rpc', () => ({ Cookie: cookie }), () => 'null'],
    ['no Origin', '/rpc', () => ({ Cookie: cookie }), () => undefined],
    ['no cookie', '/rpc', () => ({}), ours],
    ['a wrong token', '/rpc?token=AAAA', () => ({}), ours],
    ['another address', '/', () => ({ Cookie: cookie }), ours],
    ['a foreign Host', '/rpc', () => ({ Cookie: cookie, Host: 'evil.example' }), () => 'http://evil.example'],
  ])('with %s is refused', async (_what, path, headers, origin) => {
    const before = connections.length
    expect(await connect(path, headers() as Record<string, string>, origin())).toBe(403)
    expect(connections).toHaveLength(before)
  })
})

describe('the server', () => {
  it('listens to this machine alone', async () => {
    await expect(fetch(`http://127.0.0.2:${shell.port}/`)).rejects.toThrow()
  })

  it('says when the port that was asked for is taken', async () => {
    await expect(startServer({ api, port: shell.port })).rejects.toMatchObject({
      code: 'busy',
      message: `Port ${shell.port} is taken by another program. Choose another one.`,
    })
  })

  it('takes another port when the usual one is taken', async () => {
    const first = await startServer({ api })
    const second = await startServer({ api })
    expect(second.port).not.toBe(first.port)
    await Promise.all([first.close(), second.close()])
  })

  it('closes with sockets and requests open', async () => {
    const other = await startServer({ api, port: 0 })
    const otherToken = new URL(other.url).search
    const socket = new WebSocket(`ws://127.0.0.1:${other.port}/rpc${otherToken}`, {
      origin: `http://127.0.0.1:${other.port}`,
    })
    await new Promise((resolve) => socket.on('open', resolve))
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await other.close()
    await closed
    await expect(fetch(other.url)).rejects.toThrow()
  })
})
