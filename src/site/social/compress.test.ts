import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { compressLines } from './compress'

function roundTrip(bytes: Uint8Array, stride: number): void {
  expect(inflateSync(compressLines(bytes, stride)).equals(bytes)).toBe(true)
}

it.each([
  ['nothing', new Uint8Array(), 10],
  ['one byte', Uint8Array.of(7), 1],
  ['one byte many times', new Uint8Array(100_000).fill(7), 1201],
  ['equal lines', Uint8Array.from({ length: 12_010 }, (_, at) => (at % 1201) % 250), 1201],
  ['every byte', Uint8Array.from({ length: 256 }, (_, at) => at), 32_768],
  [
    'bytes used so unevenly that codes would be too long',
    Uint8Array.from(
      [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765]
        .flatMap((often, byte) => Array.from({ length: often }, (_, at) => [byte, 200 + (at % 2)]))
        .flat(),
    ),
    32_768,
  ],
] as const)('%s can be read by others', (_, bytes, stride) => roundTrip(bytes, stride))

it('any bytes can be read by others', () => {
  const few = fc.uint8Array({ max: 3, maxLength: 3000 })
  fc.assert(
    fc.property(
      fc.oneof(few, fc.uint8Array({ maxLength: 1500 })),
      fc.integer({ min: 1, max: 32_768 }),
      roundTrip,
    ),
    { numRuns: randomCases(500) },
  )
})
