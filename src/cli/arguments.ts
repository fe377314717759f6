import { parseArgs } from 'node:util'
import { type Command, type Given, type Option, type ParseOptions, UsageError } from './command'

/** Options that every command takes, before or after its name. */
export const globalOptions: Readonly<Record<string, Option>> = {
  library: {
    type: 'string',
    value: 'DIR',
    help: 'The library’s folder (else LONGHAND_LIBRARY, else the usual place).',
  },
  json: { type: 'boolean', help: 'Print exactly one JSON document to standard output.' },
  help: { type: 'boolean', help: 'Show this help.' },
  version: { type: 'boolean', help: 'Show the version.' },
}

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'version'; readonly json: boolean }
  | { readonly kind: 'help'; readonly json: boolean; readonly command: Command | undefined }
  | {
      readonly kind: 'run'
      readonly json: boolean
      readonly library: string | undefined
      readonly command: Command
      readonly given: Given
    }

/** Reads the command line. Throws UsageError, with the command where one was named. */
export function readArguments(argv: readonly string[], commands: readonly Command[]): Request {
  const [name, rest] = takeCommand(argv)
  if (name === undefined || name === 'help') return readWithoutCommand(rest, name, commands)
  const command = commands.find((it) => it.name === name)
  if (command === undefined)
    throw new UsageError(`There is no command “${name}”.${suggestion(name, commands)}`)
  const { values, positionals } = parse(rest, { ...globalOptions, ...command.options }, command)
  const json = values.json === true
  if (values.help === true) return { kind: 'help', json, command }
  if (values.version === true) return { kind: 'version', json }
  checkGiven(command, values, positionals)
  const library = typeof values.library === 'string' ? values.library : undefined
  if (library === '') throw new UsageError('--library needs a folder.', command)
  return { kind: 'run', json, library, command, given: toGiven(values, positionals) }
}

/** Whether `--json` is among the arguments, for failures to read them. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? argv.length : end).includes('--json')
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The first argument that is neither an option nor the value of one, and all others. */
function takeCommand(argv: readonly string[]): [string | undefined, string[]] {
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? ''
    if (argument === '--') break
    if (argument === '--library') index++
    else if (!argument.startsWith('-')) return [argument, [...argv.slice(0, index), ...argv.slice(index + 1)]]
  }
  return [undefined, [...argv]]
}

function readWithoutCommand(rest: string[], name: string | undefined, commands: readonly Command[]): Request {
  const { values, positionals } = parse(rest, globalOptions, undefined)
  const json = values.json === true
  const topic = commands.find((it) => it.name === positionals[0])
  if (name === 'help' && positionals.length > 0 && topic === undefined) {
    throw new UsageError(
      `There is no command “${positionals[0]}”.${suggestion(positionals[0] ?? '', commands)}`,
    )
  }
  if (values.version === true) return { kind: 'version', json }
  if (name === 'help' || values.help === true) return { kind: 'help', json, command: topic }
  throw new UsageError('A command is missing.')
}

function parse(args: string[], options: Readonly<Record<string, Option>>, command: Command | undefined) {
  const config: ParseOptions = {}
  for (const [name, { type, multiple }] of Object.entries(options)) {
    const short = { help: 'h', version: 'V' }[name]
    config[name] = { type, multiple: multiple ?? false, ...(short === undefined ? {} : { short }) }
  }
  try {
    const { values, positionals } = parseArgs({ args, options: config, allowPositionals: true, strict: true })
    return { values: values as Values, positionals }
  } catch (cause) {
    throw new UsageError(sentenceOf(cause), command)
  }
}

/** Node's messages, without the advice that is for programmers. */
function sentenceOf(cause: unknown): string {
  const [first = ''] = String((cause as Error).message).split('\n')
  const plain = first.replace(/ To specify .*$/, '').replace(/'([^']*)'/g, '“$1”')
  return /[.?]$/.test(plain) ? plain : `${plain}.`
}

function checkGiven(command: Command, values: Values, positionals: readonly string[]): void {
  const [fewest, most] = command.positionals
  for (const name of command.required ?? []) {
    if (values[name] === undefined) throw new UsageError(`--${name} is missing.`, command)
  }
  if (positionals.length < fewest) {
    const missing = command.usage.split(' ')[positionals.length]?.replace('…', '') ?? 'Something'
    throw new UsageError(`${missing} is missing.`, command)
  }
  if (positionals.length > most) {
    throw new UsageError(
      `“${positionals[most]}” is one argument too many; words with spaces go into quotes.`,
      command,
    )
  }
}

function toGiven(values: Values, positionals: readonly string[]): Given {
  const texts = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
  return { positionals, texts, text: (name) => texts(name).at(-1), flag: (name) => values[name] === true }
}

/** The command that was probably meant: one that begins alike. */
function suggestion(name: string, commands: readonly Command[]): string {
  const near = commands.find((it) => it.name.startsWith(name.slice(0, 3)) && name.length >= 3)
  return near === undefined ? '' : ` Did you mean “${near.name}”?`
}
