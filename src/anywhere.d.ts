/**
 * The globals that code running anywhere (Node, a browser, a worker) may use. The houses `document`,
 * `markdown` and the API contract are compiled against this list alone, so a stray `process` or
 * `window` there is a type error.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean })
  decode(input?: Uint8Array): string
}
declare class URL {
  constructor(url: string, base?: string)
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly href: string
}
interface AbortSignal {
  readonly aborted: boolean
}
declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T
  randomUUID(): string
}
