import { type Candidate, hashAfter } from './candidate'

/** Trying every bit of more than this takes longer than one wants to wait: 4 KiB take about 0.2 s. */
const maxBytes = 4096

/**
 * The row as it was before one bit of it changed: of all rows that differ from it in one bit, the one that its
 * hash fits. Undefined when more was damaged, or the row is too long to try. What it finds is certain: the
 * hash says so.
 * @param key what the row follows
 */
export function mendRow(key: Buffer, row: Candidate): Candidate | undefined {
  const fits = (candidate: Candidate) => hashAfter(candidate.link ?? key, candidate).equals(row.hash)
  const other = { ...row, format: row.format === 1 ? (2 as const) : (1 as const) }
  if (fits(other)) return other
  return mendTime(row, fits) ?? mendDevice(row, fits) ?? mendLink(row, fits) ?? mendBytes(row, fits)
}

type Fits = (candidate: Candidate) => boolean

function mendTime(row: Candidate, fits: Fits): Candidate | undefined {
  for (let bit = 0; bit < 53; bit++) {
    const power = 2 ** bit
    const at = Math.floor(row.at / power) % 2 === 0 ? row.at + power : row.at - power
    const changed = { ...row, at }
    if (fits(changed)) return changed
  }
  return undefined
}

function mendDevice(row: Candidate, fits: Fits): Candidate | undefined {
  const letters = Buffer.from(row.device, 'latin1')
  return flipEachBit(letters, () => {
    const changed = { ...row, device: letters.toString('latin1') }
    return fits(changed) ? changed : undefined
  })
}

function mendLink(row: Candidate, fits: Fits): Candidate | undefined {
  if (row.link === null) return undefined
  const link = Buffer.from(row.link)
  return flipEachBit(link, () => {
    const changed = { ...row, link }
    return fits(changed) ? changed : undefined
  })
}

function mendBytes(row: Candidate, fits: Fits): Candidate | undefined {
  if (row.bytes.length > maxBytes) return undefined
  const bytes = Buffer.from(row.bytes)
  return flipEachBit(bytes, () => {
    const changed = { ...row, bytes }
    return fits(changed) ? changed : undefined
  })
}

/** Calls `test` with each bit flipped, one at a time, until it finds something; the buffer then stays so. */
function flipEachBit<Found>(buffer: Buffer, test: () => Found | undefined): Found | undefined {
  for (let index = 0; index < buffer.length; index++) {
    for (let bit = 0; bit < 8; bit++) {
      const before = buffer[index] ?? 0
      buffer[index] = before ^ (1 << bit)
      const found = test()
      if (found !== undefined) return found
      buffer[index] = before
    }
  }
  return undefined
}
