import { readFileSync } from 'node:fs'
import { LonghandError } from '../document'

/**
 * The Markdown in a file, or on standard input for `-`: UTF-8, with `\n` between lines.
 * Throws `not-found`, `no-permission`, `bad-input`.
 */
export function readBody(path: string): string {
  const bytes = readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch (cause) {
    throw new LonghandError('bad-input', `${nameOf(path)} is not text in UTF-8. Nothing was changed.`, {
      cause,
    })
  }
}

function readBytes(path: string): Buffer {
  try {
    // 0 is standard input.
    return readFileSync(path === '-' ? 0 : path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EOF' && path === '-') return Buffer.alloc(0)
    if (code === 'ENOENT') throw new LonghandError('not-found', `There is no file “${path}”.`, { cause })
    if (code === 'EISDIR')
      throw new LonghandError('bad-input', `“${path}” is a folder, not a file.`, { cause })
    const isRefused = code === 'EACCES' || code === 'EPERM'
    throw new LonghandError(isRefused ? 'no-permission' : 'io', `${nameOf(path)} can’t be read (${code}).`, {
      cause,
    })
  }
}

function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : `“${path}”`
}
