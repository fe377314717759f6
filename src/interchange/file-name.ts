import { readDate } from './dates'

/** What the place of a file says of its post. */
export interface FileName {
  /** The words of the name, without date and extension; of the folder for `index.md`. Empty when there are none. */
  readonly stem: string
  /** `2024-03-01-hello.md` is from that day, as Jekyll has it, and so is `2024/03/01/hello.md`. */
  readonly date: string | undefined
  /** Jekyll keeps unfinished posts in a folder of this name. */
  readonly isInDrafts: boolean
  /** `index.de.md` is the German page of its bundle, as Hugo has it. */
  readonly language: string | undefined
}

/** The day in an address or path such as `/2024/03/01/hello/`. */
export function dateOfPath(path: string): string | undefined {
  const match = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/.exec(path)
  return match === null ? undefined : readDate(match.slice(1).join('-'))
}

/** @param path where the file lies, with `/` between names */
export function readFileName(path: string): FileName {
  const names = path.split('/')
  const base = (names.at(-1) ?? '').replace(/\.[^.]+$/, '')
  const bundle = /^(?:index)(?:\.([a-z]{2}(?:-[a-z]{2})?))?$/i.exec(base)
  const folder = names.at(-2)
  const isBundle = bundle !== null && folder !== undefined
  const name = (isBundle ? folder : base).normalize('NFC')
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.*))?$/.exec(name)
  const date = dated === null ? undefined : readDate(dated[1] ?? '')
  return {
    stem: date === undefined ? name : (dated?.[2] ?? ''),
    date: date ?? dateOfPath(path),
    isInDrafts: names.slice(0, -1).some((part) => part === '_drafts'),
    language: isBundle ? bundle[1] : undefined,
  }
}
