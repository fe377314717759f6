import { globalOptions } from './arguments'
import type { Command, Option } from './command'

const width = 78

/** The help of the whole program, or of one command. */
export function helpText(commands: readonly Command[], command?: Command): string {
  return command === undefined ? overview(commands) : detailsOf(command)
}

/** One line that says how a command, or the program, is called. */
export function usageLine(command?: Command): string {
  const rest = command === undefined ? 'COMMAND …' : `${command.name} ${command.usage}`.trim()
  return `Usage: longhand [--library DIR] [--json] ${rest}`
}

function overview(commands: readonly Command[]): string {
  return [
    usageLine(),
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...optionLines(globalOptions),
    '',
    ...wrap(
      'A post is named by its id or its slug. Exit code: 0 success, 1 failure, 2 usage, 130 interrupted.',
      0,
    ),
    'longhand COMMAND --help says more about a command.',
    '',
  ].join('\n')
}

function detailsOf(command: Command): string {
  const own = command.options === undefined ? [] : ['Options:', ...optionLines(command.options), '']
  return [
    usageLine(command),
    '',
    ...wrap(command.summary, 0),
    ...(command.details ?? []).flatMap((sentence) => ['', ...wrap(sentence, 0)]),
    '',
    ...own,
    'Options of every command:',
    ...optionLines(globalOptions),
    '',
  ].join('\n')
}

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  return table(
    Object.entries(options).map(([name, { value, help, multiple }]) => [
      `--${name}${value === undefined ? '' : ` ${value}`}${multiple === true ? ' …' : ''}`,
      help,
    ]),
  )
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const indent = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.flatMap(([name, text]) => {
    const [first = '', ...rest] = wrap(text, indent)
    return [`  ${name}`.padEnd(indent) + first.trimStart(), ...rest]
  })
}

function wrap(text: string, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((it) => ' '.repeat(indent) + it)
}
