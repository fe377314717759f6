import { describe, expect, it } from 'vitest'
import { keepListening } from './keep-listening'

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
const withoutReconnect = () => () => undefined

describe('keepListening', () => {
  it('opens the stream again when it breaks and when it ends, and stops with the signal', async () => {
    const controller = new AbortController()
    const heard: number[] = []
    let opened = 0
    async function* stream() {
      opened++
      yield opened
      if (opened === 1) throw new Error('cut')
      if (opened === 3) controller.abort()
    }
    await keepListening({
      open: async () => stream(),
      onItem: (item) => heard.push(item),
      signal: controller.signal,
      clock: {
        after: (_delay, action) => {
          const timer = setTimeout(action, 0)
          return () => clearTimeout(timer)
        },
      },
      onReconnect: withoutReconnect,
    })
    expect(heard).toEqual([1, 2, 3])
  })

  it('tries at once when the connection is back', async () => {
    const controller = new AbortController()
    let reconnect: (() => void) | undefined
    let opened = 0
    const listening = keepListening({
      open: async () => {
        opened++
        throw new Error('no connection')
      },
      onItem: () => undefined,
      signal: controller.signal,
      clock: { after: () => () => undefined },
      onReconnect: (listener) => {
        reconnect = listener
        return () => {
          reconnect = undefined
        }
      },
    })
    await settle()
    expect(opened).toBe(1)
    reconnect?.()
    await settle()
    expect(opened).toBe(2)
    controller.abort()
    await listening
    expect(reconnect).toBeUndefined()
  })
})
