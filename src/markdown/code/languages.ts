import type { Parser } from '@lezer/common'
import { grammars } from './grammars'

/** A language that code blocks are coloured in. */
export interface CodeLanguage {
  /** As people write it, and as `@codemirror/language-data` names it, so that the editor finds the same grammar. */
  readonly name: string
  /** What may stand behind a fence, lower case; the first is the usual one. */
  readonly fences: readonly string[]
}

/** name, then the names behind a fence; each name has its grammar in `grammars`. */
const table: Readonly<Record<Exclude<keyof typeof grammars, 'PHP snippet'>, string>> = {
  C: 'c h',
  'C#': 'csharp cs c#',
  'C++': 'cpp c++ cc cxx hpp',
  CMake: 'cmake',
  CSS: 'css',
  Clojure: 'clojure clj edn',
  Dart: 'dart',
  diff: 'diff patch',
  Dockerfile: 'dockerfile docker containerfile',
  Elm: 'elm',
  Erlang: 'erlang erl',
  'F#': 'fsharp fs f#',
  Go: 'go golang',
  Groovy: 'groovy gradle',
  HTML: 'html htm xhtml vue svelte astro',
  HTTP: 'http',
  Haskell: 'haskell hs',
  JSON: 'json jsonc json5 webmanifest',
  JSX: 'jsx',
  Java: 'java',
  JavaScript: 'javascript js mjs cjs node ecmascript',
  Julia: 'julia jl',
  Kotlin: 'kotlin kt kts',
  LESS: 'less',
  LaTeX: 'latex tex',
  Lua: 'lua',
  Markdown: 'markdown md mkd',
  Nginx: 'nginx',
  OCaml: 'ocaml ml',
  'Objective-C': 'objectivec objective-c objc',
  PHP: 'php',
  Perl: 'perl pl',
  PowerShell: 'powershell ps1 pwsh ps',
  'Properties files': 'properties ini conf cfg env dotenv editorconfig',
  ProtoBuf: 'protobuf proto',
  Python: 'python py python3 pyw',
  R: 'r',
  Ruby: 'ruby rb',
  Rust: 'rust rs',
  SCSS: 'scss',
  SQL: 'sql',
  MySQL: 'mysql',
  PostgreSQL: 'postgresql postgres psql pgsql',
  SQLite: 'sqlite sqlite3',
  Sass: 'sass',
  Scala: 'scala',
  Scheme: 'scheme scm racket',
  Shell: 'bash sh shell zsh shellscript console shell-session',
  Swift: 'swift',
  TOML: 'toml',
  TSX: 'tsx',
  TypeScript: 'typescript ts mts cts',
  XML: 'xml svg rss atom xsd xslt plist',
  YAML: 'yaml yml',
}

/** Every language that is coloured, by name. */
export const codeLanguages: readonly CodeLanguage[] = Object.entries(table)
  .map(([name, fences]) => ({ name, fences: fences.split(' ') }))
  .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))

const byFence = new Map(
  codeLanguages.flatMap((language) => language.fences.map((fence) => [fence, language] as const)),
)

/** The language that a fence names (` ```ts `), in any case; undefined when there is no grammar for it. */
export function findCodeLanguage(fence: string): CodeLanguage | undefined {
  return byFence.get(fence.toLowerCase())
}

const parsers = new Map<string, Parser>()

/**
 * The grammar for `code` in a language, made when it is first asked for. PHP without an opening tag is a
 * snippet, which the grammar of a page would take for text.
 */
export function parserOf(language: CodeLanguage, code: string): Parser | undefined {
  const name = language.name === 'PHP' && !code.includes('<?') ? 'PHP snippet' : language.name
  const known = parsers.get(name)
  if (known) return known
  const parser = grammars[name as keyof typeof grammars]?.()
  if (parser) parsers.set(name, parser)
  return parser
}
