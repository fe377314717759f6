import { describe, expect, it } from 'vitest'
import { barLine, openTerminal } from './terminal'

function capture(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, columns: 60, write: (text: string) => written.push(text), text: () => written.join('') }
}

describe('openTerminal', () => {
  it('prints one JSON document, on success and on failure', () => {
    for (const act of ['print', 'fail'] as const) {
      const out = capture(false)
      const terminal = openTerminal(out, capture(false), true)
      if (act === 'print') terminal.print({ json: { a: 1 }, text: 'text' })
      else terminal.fail({ code: 'io', message: 'No.' }, 'Usage')
      expect(JSON.parse(out.text())).toEqual(
        act === 'print' ? { a: 1 } : { error: { code: 'io', message: 'No.' } },
      )
    }
  })

  it('prints text as it is, and failures to standard error alone', () => {
    const [out, error] = [capture(false), capture(false)]
    const terminal = openTerminal(out, error, false)
    terminal.print({ json: {}, text: 'no line break' })
    terminal.fail({ code: 'io', message: 'No.' }, 'Usage: this')
    expect(out.text()).toBe('no line break')
    expect(error.text()).toBe('longhand: No.\nUsage: this\n')
  })

  it('draws a bar over itself on a terminal, and takes it away before anything else is written', () => {
    const error = capture(true)
    const terminal = openTerminal(capture(false), error, false)
    terminal.progress({ step: 'Working', done: 1, total: 4 })
    terminal.progress({ step: 'Working', done: 1, total: 4 })
    terminal.note(['A note.'])
    const line = barLine({ step: 'Working', done: 1, total: 4 })
    expect(error.text()).toBe(`${line}\r${' '.repeat(line.length)}\rA note.\n`)
  })

  it('writes one line a step where there is no terminal', () => {
    const error = capture(false)
    const terminal = openTerminal(capture(false), error, false)
    for (const done of [0, 1, 2]) terminal.progress({ step: 'Reading', done, total: 2 })
    terminal.progress({ step: 'Writing', done: 0, total: 0 })
    expect(error.text()).toBe('Reading …\nWriting …\n')
  })

  it('shows the first of many notes', () => {
    const error = capture(false)
    openTerminal(capture(false), error, false).note(Array.from({ length: 25 }, (_, n) => `Note ${n}`))
    expect(error.text().split('\n')).toHaveLength(22)
    expect(error.text()).toContain('… and 5 more')
  })
})

describe('barLine', () => {
  it('fills up', () => {
    expect(barLine({ step: 'S', done: 0, total: 2 })).toBe(`[${'░'.repeat(24)}]   0 % S 0/2`)
    expect(barLine({ step: 'S', done: 2, total: 2 })).toBe(`[${'█'.repeat(24)}] 100 % S 2/2`)
    expect(barLine({ step: 'S', done: 9, total: 0 })).toBe('S …')
  })
})
