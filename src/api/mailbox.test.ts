import { describe, expect, it } from 'vitest'
import { Mailbox } from './mailbox'

async function readAll<Event>(box: Mailbox<Event>): Promise<Event[]> {
  const all: Event[] = []
  for await (const event of box.events) all.push(event)
  return all
}

describe('a mailbox', () => {
  it('keeps what is posted until it is read, in order', async () => {
    const box = new Mailbox<number>()
    box.post(1)
    const reading = readAll(box)
    box.post(2)
    await Promise.resolve()
    box.post(3)
    box.end()
    box.post(4)
    expect(await reading).toEqual([1, 2, 3])
  })

  it('gives what waits before it throws', async () => {
    const box = new Mailbox<number>()
    box.post(1)
    box.fail(new Error('broken'))
    expect(await box.events.next()).toEqual({ done: false, value: 1 })
    await expect(box.events.next()).rejects.toThrow('broken')
    expect(await box.events.next()).toMatchObject({ done: true })
  })

  it('lets go of a reader who leaves while waiting, and closes once', async () => {
    let closed = 0
    const box = new Mailbox<number>({ onClose: () => closed++ })
    const waiting = box.events.next()
    await box.events.return(undefined)
    expect(await waiting).toMatchObject({ done: true })
    box.end()
    box.fail(new Error('too late'))
    expect(closed).toBe(1)
    expect(await box.events.next()).toMatchObject({ done: true })
  })

  it('joins events for a slow reader', async () => {
    const box = new Mailbox<number>({ merge: (waiting, next) => (next < 10 ? waiting + next : undefined) })
    for (const event of [1, 2, 3, 10, 4]) box.post(event)
    box.end()
    expect(await readAll(box)).toEqual([6, 14])
  })
})
