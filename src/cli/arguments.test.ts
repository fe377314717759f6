import { describe, expect, it } from 'vitest'
import { readArguments, wantsJson } from './arguments'
import { UsageError } from './command'
import { commands } from './commands'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), commands)

function usage(line: string): string {
  try {
    read(line)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return 'understood'
}

describe('readArguments', () => {
  it.each(['--library L --json list', 'list --library L --json', '--json list --library=L'])(
    'takes the options of every command anywhere: %s',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'run', json: true, library: 'L', command: { name: 'list' } })
    },
  )

  it('hands on options and positionals', () => {
    const request = read('new --title T --tag a --tag b --body - --publish')
    if (request.kind !== 'run') throw new Error('not a run')
    const { given } = request
    expect([given.text('title'), given.text('body'), given.text('date')]).toEqual(['T', '-', undefined])
    expect(given.texts('tag')).toEqual(['a', 'b'])
    expect([given.flag('publish'), given.flag('json')]).toEqual([true, false])
    expect(read('set post title=a=b')).toMatchObject({ given: { positionals: ['post', 'title=a=b'] } })
    expect(read('search -- -x')).toMatchObject({ given: { positionals: ['-x'] } })
  })

  it.each([
    ['--version', { kind: 'version' }],
    ['-V', { kind: 'version' }],
    ['--help', { kind: 'help', command: undefined }],
    ['help', { kind: 'help', command: undefined }],
    ['help export', { kind: 'help', command: { name: 'export' } }],
    ['export --help', { kind: 'help', command: { name: 'export' } }],
    ['--help export', { kind: 'help', command: { name: 'export' } }],
  ])('understands %s', (line, expected) => {
    expect(read(line)).toMatchObject(expected)
  })

  it.each([
    ['', 'A command is missing.'],
    ['--json', 'A command is missing.'],
    ['publish x', 'There is no command “publish”.'],
    ['impart x', 'There is no command “impart”. Did you mean “import”?'],
    ['exp --out x', 'There is no command “exp”. Did you mean “export”?'],
    ['help nothing', 'There is no command “nothing”.'],
    ['list --nothing', 'Unknown option “--nothing”.'],
    ['list extra', '“extra” is one argument too many; words with spaces go into quotes.'],
    ['import', 'PATH is missing.'],
    ['show', 'POST is missing.'],
    ['search', 'QUERY is missing.'],
    ['new', '--title is missing.'],
    ['edit post', '--body is missing.'],
    ['export', '--out is missing.'],
    ['set', 'POST is missing.'],
    ['set post', 'FIELD=VALUE is missing.'],
    ['list --library= x', '“x” is one argument too many; words with spaces go into quotes.'],
    ['list --library=', '--library needs a folder.'],
    ['list --json=yes', 'Option “--json” does not take an argument.'],
  ])('refuses “%s”', (line, message) => {
    expect(usage(line)).toBe(message)
  })

  it('knows whether JSON is wanted even when the rest can’t be read', () => {
    expect(wantsJson(['nothing', '--json'])).toBe(true)
    expect(wantsJson(['search', '--', '--json'])).toBe(false)
  })
})
