import { type ClientLink, type ClientOptions, createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { bytesSerializer, type Contract } from '../../api/contract'
import { LonghandError } from '../../document'
import { backOffMs, type Clock, systemClock } from './clock'

/** The calls of `api/contract`, typed. */
export type Calls = ContractRouterClient<Contract>

/** `lost` after the connection broke, until it is there again. */
type ConnectionState = 'connecting' | 'open' | 'lost'

export interface Connection {
  readonly calls: Calls
  readonly state: () => ConnectionState
  /** Calls `listener` after each change of the state. Returns a disposer. */
  readonly subscribe: (listener: () => void) => () => void
  /** From now on the sentences of errors are what `hear` makes of them: they come in English. */
  readonly translate: (hear: (sentence: string) => string) => void
}

/** One line to the library: a link for calls, and the moment at which it breaks. */
interface Line {
  readonly link: ClientLink<Record<never, never>>
  readonly closed: Promise<void>
}
type OpenLine = () => Promise<Line>

/**
 * Connects the screen to its library and stays connected: a line that breaks is opened again with a
 * back-off. Calls made before the first line is there wait for it; calls made while it is lost fail at
 * once with the code `connection-lost`, since who calls knows best what to do meanwhile.
 */
export function connect(openLine: OpenLine, clock: Clock = systemClock): Connection {
  const line = new KeptLine(openLine, clock)
  return {
    calls: createORPCClient<Calls>(line),
    state: () => line.state,
    subscribe: (listener) => line.subscribe(listener),
    translate: (hear) => {
      line.hear = hear
    },
  }
}

/** The line of the Electron shell: a port that the shell hands over. */
export function overPort(requestPort: () => Promise<MessagePort>): OpenLine {
  return async () => {
    const port = await requestPort()
    const closed = new Promise<void>((resolve) => port.addEventListener('close', () => resolve()))
    const link = new PortLink({ port, customJsonSerializers: [bytesSerializer] })
    port.start()
    return { link, closed }
  }
}

/** The line of the browser shell: a WebSocket to the host that served this page, which knows us by a cookie. */
export function overSocket(location: Location): OpenLine {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`
  return async () => {
    const socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
    const link = new SocketLink({ websocket: socket, customJsonSerializers: [bytesSerializer] })
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error(`No answer from ${url}.`)))
    })
    return { link, closed }
  }
}

/** The code of a call that was made or cut off while there was no connection. */
class ConnectionLost extends Error {
  readonly code = 'connection-lost'
  override message = 'The connection to the library is lost. It is tried again by itself.'
}

class KeptLine implements ClientLink<Record<never, never>> {
  readonly #listeners = new Set<() => void>()
  readonly #firstLine: Promise<void>
  #line: Line | undefined
  #state: ConnectionState = 'connecting'
  hear = (sentence: string) => sentence

  constructor(openLine: OpenLine, clock: Clock) {
    this.#firstLine = new Promise((resolve) => {
      void this.#keep(openLine, clock, resolve)
    })
  }

  get state(): ConnectionState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<Record<never, never>>,
  ): Promise<unknown> {
    if (this.#state === 'connecting') await this.#firstLine
    const line = this.#line
    if (line === undefined) throw this.#heard(new ConnectionLost())
    try {
      return await line.link.call(path, input, options)
    } catch (error) {
      // A call that the break of the line cut off says so, rather than what the transport made of it.
      throw this.#heard(this.#line === line ? error : new ConnectionLost(undefined, { cause: error }))
    }
  }

  /** The same error with its sentence in the writer's language. */
  #heard(error: unknown): unknown {
    if (error instanceof Error) error.message = this.hear(error.message)
    return error
  }

  async #keep(openLine: OpenLine, clock: Clock, onFirst: () => void): Promise<never> {
    for (let failures = 0; ; ) {
      try {
        const line = await openLine()
        failures = 0
        this.#line = line
        this.#setState('open')
        onFirst()
        await line.closed
        this.#line = undefined
      } catch (error) {
        console.warn('The library could not be reached.', error)
      }
      failures++
      this.#setState('lost')
      onFirst()
      await new Promise<void>((resolve) => clock.after(backOffMs(failures), resolve))
    }
  }

  #setState(state: ConnectionState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The stable code of an error that a call threw: one of `ErrorCode`, `connection-lost`, or `unknown`. */
export function codeOf(error: unknown): string {
  if (error instanceof LonghandError) return error.code
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code
  }
  return 'unknown'
}

/** What to tell the writer of an error: the sentence that came with it. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong.'
}
