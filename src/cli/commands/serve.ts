import { once } from 'node:events'
import { type Command, type Context, UsageError } from '../command'

export const serve: Command = {
  name: 'serve',
  usage: '[--port N]',
  summary: 'Opens the app for a browser on this machine and prints its address.',
  details: ['The address has a token, and only who knows it gets in. Ctrl-C ends it.'],
  options: {
    port: { type: 'string', value: 'N', help: 'The port; a usual one, or any that is free, when left out.' },
  },
  positionals: [0, 0],
  creates: 'screen',
  interruptible: true,
  prepare: (given) => {
    const port = readPort(given.text('port'))
    return (context) => serveUntilStopped(port, context)
  },
}

async function serveUntilStopped(port: number | undefined, context: Context): Promise<undefined> {
  const { api, signal, print, note } = context
  const { startServer } = await import('../../server')
  const server = await startServer({ api, port })
  try {
    print({
      json: { url: server.url, port: server.port, library: api.libraryPath },
      text: `${server.url}\n`,
    })
    note('Open this address in a browser. Ctrl-C ends it.')
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    await server.close()
  }
  return undefined
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError('--port is a whole number from 0 to 65535.', serve)
  }
  return port
}
