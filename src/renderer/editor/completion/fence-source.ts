import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { languages } from '@codemirror/language-data'
import { fencePlaceIn } from './link-places'

/** What stands behind a fence and is no language: drawn, set as a formula, or left as it is. */
const others = ['mermaid', 'math', 'text']

/** UTF-16 code units: marks, a name, and the quotes and lists that it may stand in. */
const longestFence = 200

/** Languages of fenced blocks. A name that is whole asks nothing, so that Enter begins the code. */
export const fenceSource: CompletionSource = (context) => {
  const line = context.state.doc.lineAt(context.pos)
  if (context.pos !== line.to || line.length > longestFence) return null
  const place = fencePlaceIn(line.text)
  if (place === undefined || (place.query === '' && !context.explicit)) return null
  const options = choices()
  const typed = place.query.toLowerCase()
  if (!context.explicit && options.some(({ names }) => names.has(typed))) return null
  return {
    from: line.from + place.from,
    options: options.map(({ option }) => option),
    validFor: /^[\w+#.-]*$/,
  }
}

interface Choice {
  readonly names: ReadonlySet<string>
  readonly option: Completion
}

function choices(): readonly Choice[] {
  const known = languages.map(({ name, alias }) => {
    const label = fenceOf(name, alias)
    return { names: new Set([label, ...alias]), option: { label, detail: name } }
  })
  return [...known, ...others.map((label) => ({ names: new Set([label]), option: { label } }))]
}

/** The name as it can stand behind a fence: in one word, small. */
function fenceOf(name: string, aliases: readonly string[]): string {
  const small = name.toLowerCase()
  return /^[\w+#.-]+$/.test(small) ? small : (aliases.find((alias) => /^[\w+#.-]+$/.test(alias)) ?? small)
}
