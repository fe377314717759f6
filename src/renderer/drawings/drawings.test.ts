import { describe, expect, it, vi } from 'vitest'
import { Drawings } from './drawings'

const drawing = (name: string) => ({ path: `media/${name}.svg`, width: 1, height: 2 })
const { signal } = new AbortController()

function setUp(kept: readonly string[] = []) {
  const asked: string[][] = []
  const drawn: string[] = []
  const library = new Set(kept)
  const drawings = new Drawings({
    find: async ({ sources }) => {
      asked.push(sources)
      return sources.map((source) => (library.has(source) ? drawing(source) : null))
    },
    keep: async ({ source }) => {
      library.add(source)
      return drawing(source)
    },
    draw: async (source) => {
      drawn.push(source)
      if (source.startsWith('bad')) throw new Error('no diagram')
      return '<svg/>'
    },
  })
  return { drawings, asked, drawn, library }
}

describe('drawings', () => {
  it('of the library are asked for once', async () => {
    const { drawings, asked } = setUp(['a'])
    await drawings.learn(['a', 'b'])
    await drawings.learn(['a', 'b'])
    expect(asked).toEqual([['a', 'b']])
    expect([drawings.get('a'), drawings.get('b')]).toEqual([drawing('a'), null])
  })

  it('too long for one are not asked for, and many are asked for in parts', async () => {
    const { drawings, asked } = setUp()
    await drawings.learn(['x'.repeat(50_001), ...Array.from({ length: 150 }, (_, index) => `${index}`)])
    expect(asked.map(({ length }) => length)).toEqual([100, 50])
  })

  it('are asked for again when the library could not be asked', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const answers = [Promise.reject(new Error('away')), Promise.resolve([drawing('a')])]
    const drawings = new Drawings({
      find: () => answers.shift() ?? Promise.resolve([]),
      keep: async () => drawing('a'),
      draw: async () => '<svg/>',
    })
    await drawings.learn(['a'])
    expect(drawings.get('a')).toBeNull()
    await drawings.learn(['a'])
    expect(drawings.get('a')).toEqual(drawing('a'))
    warn.mockRestore()
  })

  it('that are missing are drawn once and kept', async () => {
    const { drawings, drawn, library } = setUp(['a'])
    await drawings.learn(['a', 'b'])
    expect(await drawings.draw(['a', 'b', 'never asked for'], signal)).toBe(true)
    expect(await drawings.draw(['a', 'b'], signal)).toBe(false)
    expect(drawn).toEqual(['b'])
    expect([...library]).toEqual(['a', 'b'])
    expect(drawings.get('b')).toEqual(drawing('b'))
  })

  it('that can’t be made are not tried again, and don’t hinder others', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => undefined)
    const { drawings, drawn } = setUp()
    await drawings.learn(['bad', 'b'])
    expect(await drawings.draw(['bad', 'b'], signal)).toBe(true)
    expect(await drawings.draw(['bad', 'b'], signal)).toBe(false)
    expect(drawn).toEqual(['bad', 'b'])
    info.mockRestore()
  })

  it('are not begun once nobody waits for them', async () => {
    const { drawings, drawn } = setUp()
    await drawings.learn(['a'])
    expect(await drawings.draw(['a'], AbortSignal.abort())).toBe(false)
    expect(drawn).toEqual([])
  })
})
