import { MySQL, PostgreSQL, SQLite, StandardSQL } from '@codemirror/lang-sql'
import { StreamLanguage, type StreamParser } from '@codemirror/language'
import { csharp, dart, kotlin, objectiveC, scala } from '@codemirror/legacy-modes/mode/clike'
import { clojure } from '@codemirror/legacy-modes/mode/clojure'
import { cmake } from '@codemirror/legacy-modes/mode/cmake'
import { less } from '@codemirror/legacy-modes/mode/css'
import { diff } from '@codemirror/legacy-modes/mode/diff'
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile'
import { elm } from '@codemirror/legacy-modes/mode/elm'
import { erlang } from '@codemirror/legacy-modes/mode/erlang'
import { groovy } from '@codemirror/legacy-modes/mode/groovy'
import { haskell } from '@codemirror/legacy-modes/mode/haskell'
import { http } from '@codemirror/legacy-modes/mode/http'
import { julia } from '@codemirror/legacy-modes/mode/julia'
import { lua } from '@codemirror/legacy-modes/mode/lua'
import { fSharp, oCaml } from '@codemirror/legacy-modes/mode/mllike'
import { nginx } from '@codemirror/legacy-modes/mode/nginx'
import { perl } from '@codemirror/legacy-modes/mode/perl'
import { powerShell } from '@codemirror/legacy-modes/mode/powershell'
import { properties } from '@codemirror/legacy-modes/mode/properties'
import { protobuf } from '@codemirror/legacy-modes/mode/protobuf'
import { r } from '@codemirror/legacy-modes/mode/r'
import { ruby } from '@codemirror/legacy-modes/mode/ruby'
import { scheme } from '@codemirror/legacy-modes/mode/scheme'
import { shell } from '@codemirror/legacy-modes/mode/shell'
import { stex } from '@codemirror/legacy-modes/mode/stex'
import { swift } from '@codemirror/legacy-modes/mode/swift'
import { toml } from '@codemirror/legacy-modes/mode/toml'
import { type Parser, parseMixed } from '@lezer/common'
import { parser as cpp } from '@lezer/cpp'
import { parser as css } from '@lezer/css'
import { parser as go } from '@lezer/go'
import { tags } from '@lezer/highlight'
import { configureNesting, parser as html } from '@lezer/html'
import { parser as java } from '@lezer/java'
import { parser as javascript } from '@lezer/javascript'
import { parser as json } from '@lezer/json'
import { GFM, parser as markdown } from '@lezer/markdown'
import { parser as php } from '@lezer/php'
import { parser as python } from '@lezer/python'
import { parser as rust } from '@lezer/rust'
import { parser as sass } from '@lezer/sass'
import { parser as xml } from '@lezer/xml'
import { parser as yaml } from '@lezer/yaml'

/** Styles of some modes that CodeMirror knows no tag for, and complains of on the console. */
const missingTags = { error: tags.invalid, symbol: tags.atom }
const stream = (mode: StreamParser<unknown>) => () =>
  StreamLanguage.define({ ...mode, tokenTable: { ...mode.tokenTable, ...missingTags } }).parser

/** HTML with its scripts and styles in their own languages. */
const page = () =>
  html.configure({
    wrap: configureNesting(
      [
        { tag: 'script', parser: javascript },
        { tag: 'style', parser: css },
      ],
      [{ name: 'style', parser: css.configure({ top: 'Styles' }) }],
    ),
  })

/** PHP between the tags of a page. */
const phpPage = () =>
  php.configure({
    wrap: parseMixed((node) =>
      node.type.isTop ? { parser: page(), overlay: (part) => part.name === 'Text' } : null,
    ),
  })

/** The grammars by the name of the language: the ones that the editor uses (`@codemirror/language-data`). */
export const grammars = {
  C: () => cpp,
  'C#': stream(csharp),
  'C++': () => cpp,
  CMake: stream(cmake),
  CSS: () => css,
  Clojure: stream(clojure),
  Dart: stream(dart),
  diff: stream(diff),
  Dockerfile: stream(dockerFile),
  Elm: stream(elm),
  Erlang: stream(erlang),
  'F#': stream(fSharp),
  Go: () => go,
  Groovy: stream(groovy),
  HTML: page,
  HTTP: stream(http),
  Haskell: stream(haskell),
  JSON: () => json,
  JSX: () => javascript.configure({ dialect: 'jsx' }),
  Java: () => java,
  JavaScript: () => javascript.configure({ dialect: 'jsx' }),
  Julia: stream(julia),
  Kotlin: stream(kotlin),
  LESS: stream(less),
  LaTeX: stream(stex),
  Lua: stream(lua),
  Markdown: () => markdown.configure(GFM),
  Nginx: stream(nginx),
  OCaml: stream(oCaml),
  'Objective-C': stream(objectiveC),
  PHP: phpPage,
  'PHP snippet': () => php.configure({ top: 'Program' }),
  Perl: stream(perl),
  PowerShell: stream(powerShell),
  'Properties files': stream(properties),
  ProtoBuf: stream(protobuf),
  Python: () => python,
  R: stream(r),
  Ruby: stream(ruby),
  Rust: () => rust,
  SCSS: () => sass,
  SQL: () => StandardSQL.language.parser,
  MySQL: () => MySQL.language.parser,
  PostgreSQL: () => PostgreSQL.language.parser,
  SQLite: () => SQLite.language.parser,
  Sass: () => sass.configure({ dialect: 'indented' }),
  Scala: stream(scala),
  Scheme: stream(scheme),
  Shell: stream(shell),
  Swift: stream(swift),
  TOML: stream(toml),
  TSX: () => javascript.configure({ dialect: 'jsx ts' }),
  TypeScript: () => javascript.configure({ dialect: 'ts' }),
  XML: () => xml,
  YAML: () => yaml,
} satisfies Record<string, () => Parser>
