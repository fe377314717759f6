import { describe, expect, it } from 'vitest'
import { AutomaticBackups } from './automatic'

const hourMs = 60 * 60 * 1000

function start(options: { last?: number; kind?: 'daily' | 'before-restore'; fails?: () => boolean } = {}) {
  const clock = { now: 1_000 * hourMs }
  const items =
    options.last === undefined ? [] : [{ at: clock.now - options.last, kind: options.kind ?? 'daily' }]
  const troubles: unknown[] = []
  const made: number[] = []
  const automatic = new AutomaticBackups({
    now: () => clock.now,
    onTrouble: (error) => troubles.push(error),
    explain: (error) => `Because: ${error instanceof Error ? error.message : ''}`,
    backups: {
      list: () =>
        [...items].reverse().map((item) => ({ ...item, file: '', size: 1, posts: 1, ok: true as boolean })),
      make: (kind) => {
        if (options.fails?.()) return Promise.reject(new Error('the folder is gone'))
        made.push(clock.now)
        items.push({ at: clock.now, kind: kind as 'daily' })
        return Promise.resolve({ file: '', size: 1, posts: 1, warnings: [] })
      },
    },
  })
  return { automatic, clock, made, troubles }
}

describe('automatic backups', () => {
  it('are made when there is none, or the last is a day old, and not before', async () => {
    const { automatic, clock, made } = start()
    await automatic.look()
    expect(made).toHaveLength(1)
    for (let hour = 0; hour < 48; hour++) {
      clock.now += hourMs
      await automatic.look()
    }
    expect(made).toHaveLength(3)
    expect(start({ last: 23 * hourMs }).automatic.state().at).not.toBeNull()
  })

  it('do not count what was set aside before a restore', async () => {
    const { automatic, made } = start({ last: hourMs, kind: 'before-restore' })
    await automatic.look()
    expect(made).toHaveLength(1)
  })

  it('go on when the clock was set back', async () => {
    const { automatic, made } = start({ last: -1000 * hourMs })
    await automatic.look()
    expect(made).toHaveLength(1)
  })

  it('tell once what failed and try again, and that it is well again', async () => {
    const state = { fails: true }
    const { automatic, made, troubles } = start({ fails: () => state.fails })
    const heard: (string | null)[] = []
    automatic.listen(({ trouble }) => heard.push(trouble))
    await automatic.look()
    expect(automatic.state().trouble).toBe('Because: the folder is gone')
    state.fails = false
    await automatic.look()
    expect(made).toHaveLength(1)
    expect(heard).toEqual(['Because: the folder is gone', null])
    expect(troubles).toHaveLength(1)
  })

  it('begin a while after the start and end with the library', async () => {
    const { automatic, made } = start()
    automatic.start()
    await automatic.stop()
    expect(made).toEqual([])
  })
})
