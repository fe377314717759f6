import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { contentType } from '../../src/site/content-types.ts'

const squeezed = /^text\/|svg|xml|json/

interface Rule {
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
}

/** A site on 127.0.0.1 as a good host would serve it: with the headers of its `_headers`, and compressed. */
export interface Host {
  /** Ends with a slash. */
  readonly url: string
  close(): void
}

/** @param folder of the site; it may be made after the host is there */
export async function openHost(folder: string): Promise<Host> {
  const server: Server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const found = await readFile(file).catch(() => undefined)
    const type = contentType(file)
    for (const [name, value] of headersFor(folder, path)) response.setHeader(name, value)
    response.setHeader('Content-Type', found === undefined ? 'text/plain' : type)
    const isSqueezed = found !== undefined && squeezed.test(type)
    if (isSqueezed) response.setHeader('Content-Encoding', 'br')
    response.writeHead(found === undefined ? 404 : 200)
    response.end(isSqueezed ? brotliCompressSync(found) : (found ?? 'Not found'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Of rules that name one header the last has the say, as at Netlify and Cloudflare. */
function headersFor(folder: string, path: string): Map<string, string> {
  const matching = readRules(readFileSync(join(folder, '_headers'), 'utf8')).filter((rule) =>
    path.startsWith(rule.path.replace(/\*$/, '')),
  )
  return new Map(matching.flatMap(({ headers }) => headers))
}

function readRules(text: string): Rule[] {
  const rules: { path: string; headers: [string, string][] }[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value])
    else if (line.startsWith('/')) rules.push({ path: line, headers: [] })
  }
  return rules
}
