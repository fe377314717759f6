import { expect, it } from 'vitest'
import { type MediaLook, readLook, writeLook } from './media-looks'

it.each<MediaLook>([
  { kind: 'clean', pieces: [], isStill: true },
  { kind: 'unreadable', pieces: [], isStill: false },
  {
    kind: 'stripped',
    pieces: [{ from: 0, to: 20 }, Buffer.from([0, 255, 7]), { from: 31, to: 99 }],
    isStill: true,
  },
])('what was found in an original is remembered as it was: %o', (look) => {
  expect(readLook(writeLook(look))).toEqual(look)
})

it.each(['', '{}', 'null', '[0,"clean",true,[]]', '[1]'])('what is none is looked for again: %s', (text) => {
  expect(readLook(text)).toBeUndefined()
})
