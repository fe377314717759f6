import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'

/** A post of this size is two thousand printed pages; more is something else by the wrong name. */
const maxBytes = 10 * 1024 * 1024

export type FileText =
  | {
      readonly kind: 'text'
      /** With `\n` between lines and no byte order mark. */
      readonly text: string
      /** SHA-256 of the bytes, hex */
      readonly hash: string
      /** When the file was last changed, epoch ms. */
      readonly modifiedMs: number
    }
  | { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): FileText => ({ kind: 'refused', reason })

/** Reads a text file, or says in a sentence why it is none. Never throws. */
export async function readText(file: string): Promise<FileText> {
  try {
    const stat = await fs.stat(file)
    if (!stat.isFile()) return refused('It is not a file.')
    if (stat.size > maxBytes) {
      const size = (stat.size / 1024 / 1024).toFixed(1)
      return refused(`It has ${size} MB; a post can have at most ${maxBytes / 1024 / 1024} MB.`)
    }
    return decode(await fs.readFile(file), stat.mtimeMs)
  } catch (cause) {
    return refused(`It can’t be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`)
  }
}

function decode(bytes: Uint8Array, modifiedMs: number): FileText {
  if (bytes.includes(0)) return refused('It is binary, not text.')
  try {
    // TextDecoder drops a byte order mark by itself.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
    if (text.trim() === '') return refused('It is empty.')
    return { kind: 'text', text, hash: createHash('sha256').update(bytes).digest('hex'), modifiedMs }
  } catch {
    return refused('It is not in UTF-8; save it as UTF-8 and import again.')
  }
}
