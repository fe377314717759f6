import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import { type Api, type Client, openApi } from '../../api'
import { bytesSerializer } from '../../api/contract'
import { startServer } from '../start-server'

const customJsonSerializers = [bytesSerializer]

interface Connection {
  readonly client: Client
  /** Goes away without a word, as a closed window does. */
  cut(): void
  /** Ends the connection and what served it. */
  stop(): Promise<void>
}
export type Transport = (api: Api) => Promise<Connection>

const messagePort: Transport = async (api) => {
  const { port1, port2 } = new MessageChannel()
  api.upgradePort(port1)
  const client = createORPCClient<Client>(new PortLink({ port: port2, customJsonSerializers }))
  return { client, cut: () => port2.close(), stop: async () => port2.close() }
}

const webSocket: Transport = async (api) => {
  const shell = await startServer({ api, port: 0 })
  const { headers } = await fetch(shell.url, { redirect: 'manual' })
  const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/rpc`, {
    origin: `http://127.0.0.1:${shell.port}`,
    headers: { Cookie: headers.get('set-cookie')?.split(';')[0] ?? '' },
  })
  const client = createORPCClient<Client>(
    new SocketLink({ websocket: socket as unknown as globalThis.WebSocket, customJsonSerializers }),
  )
  return { client, cut: () => socket.terminate(), stop: () => shell.close() }
}

/** Every way in which a screen reaches the calls: a port as in Electron, the real server's socket. */
export const transports: readonly (readonly [name: string, connect: Transport])[] = [
  ['a MessagePort', messagePort],
  ['a WebSocket', webSocket],
]

/** A real library in a folder of its own, and a screen that is connected to it. */
export interface Screen extends Connection {
  readonly api: Api
  readonly folder: string
  /** What the log says went wrong. */
  readonly logged: readonly string[]
  close(): Promise<void>
}

export async function openScreen(connect: Transport, siteWorker = ''): Promise<Screen> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-calls-'))
  const logged: string[] = []
  const api = await openApi({
    libraryPath: join(folder, 'library'),
    create: true,
    resources: join(import.meta.dirname, '../../../resources'),
    siteWorker,
    shell: 'browser',
    version: '1.2.3',
    log: { info: () => undefined, error: (message) => logged.push(message) },
  })
  const connection = await connect(api)
  const close = async () => {
    await connection.stop()
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...connection, api, folder, logged, close }
}

/** The next `count` events, or fewer when the stream ends before. */
export async function take<Event>(events: AsyncIterator<Event>, count: number): Promise<Event[]> {
  const taken: Event[] = []
  while (taken.length < count) {
    const { value, done } = await events.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

/** What a call threw; the text `no failure` when it didn't. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no failure',
    (error: unknown) => error,
  )

/** The id of a post that no library has. */
export const absentId = '01890000-0000-7000-8000-000000000000' as never
