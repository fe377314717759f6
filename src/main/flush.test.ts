import { expect, it } from 'vitest'
import { Flushes } from './flush'

it('gives each request its own answer', async () => {
  const flushes = new Flushes()
  const sent: number[] = []
  const outcomes = [flushes.request((n) => sent.push(n)), flushes.request((n) => sent.push(n))]
  flushes.answer(sent[1] ?? 0, 'The disk is full.')
  flushes.answer(sent[0] ?? 0, null)
  expect(await Promise.all(outcomes)).toEqual([null, 'The disk is full.'])
})

it('says so when the page does not answer, and takes no answer after that', async () => {
  const flushes = new Flushes()
  let sent = 0
  const outcome = flushes.request((request) => {
    sent = request
  }, 10)
  expect(await outcome).toMatch(/does not answer/)
  flushes.answer(sent, null)
  expect(await outcome).toMatch(/does not answer/)
})
