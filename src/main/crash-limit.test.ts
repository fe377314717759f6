import { expect, it } from 'vitest'
import { createCrashLimit } from './crash-limit'

it('loads a page again three times a minute, then no more until the minute is over', () => {
  let time = 0
  const mayReload = createCrashLimit(() => time)
  expect([1, 2, 3, 4].map(() => mayReload())).toEqual([true, true, true, false])
  time = 60_001
  expect(mayReload()).toBe(true)
})
