import { expect, it } from 'vitest'
import type { Command } from '../commands/command'
import { matchCommands } from './match-commands'

const command = (name: string, isEnabled = true): Command => ({
  id: name,
  name,
  group: 'Posts',
  keys: [],
  isEnabled,
  run: () => undefined,
})
const commands = [
  command('Export site…'),
  command('Site settings…'),
  command('Composite view'),
  command('Publish post', false),
]

it.each<[string, string[]]>([
  ['', ['Export site…', 'Site settings…', 'Composite view']],
  ['site', ['Site settings…', 'Export site…', 'Composite view']],
  ['SITE exp', ['Export site…']],
  ['publish', []],
  ['nothing', []],
])('“%s” finds %j', (typed, expected) => {
  expect(matchCommands(commands, typed).map(({ name }) => name)).toEqual(expected)
})
