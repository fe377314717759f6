import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SyntaxNode } from '@lezer/common'
import { parser } from '@lezer/javascript'

/** A text that the code says, and where. */
export interface SaidText {
  readonly text: string
  /** `src/renderer/desk/desk.tsx:12` */
  readonly place: string
  /** The names of the values given with it; undefined where they aren't written out there. */
  readonly values: readonly string[] | undefined
}

const typescript = parser.configure({ dialect: 'ts jsx' })
const sayers = ['say', 'rich', 'term']

/** Every English text of the interface: the first argument of `say`, `rich` and `term` in `src`. */
export function findSaidTexts(root: string): readonly SaidText[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('words'))
    .sort()
    .flatMap((file) => textsOf(readFileSync(join(root, 'src', file), 'utf8'), `src/${file}`))
}

/** The texts that one source says. */
export function textsOf(source: string, file: string): readonly SaidText[] {
  const texts: SaidText[] = []
  typescript.parse(source).iterate({
    enter: ({ name, node }) => {
      if (name !== 'CallExpression' || !isSayer(node, source)) return
      const args = node.getChild('ArgList')
      const [, first, ...rest] = args ? children(args).filter(({ name: of }) => of !== ',' && of !== '⚠') : []
      if (first === undefined) return
      const line = source.slice(0, first.from).split('\n').length
      const values = valuesOf(rest, calleeOf(node, source), source)
      for (const text of stringsOf(first, source)) texts.push({ text, place: `${file}:${line}`, values })
    },
  })
  return texts
}

const children = (node: SyntaxNode): SyntaxNode[] => {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

function calleeOf(call: SyntaxNode, source: string): string {
  const callee = call.firstChild
  if (callee?.name === 'VariableName') return source.slice(callee.from, callee.to)
  const property = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : null
  return property ? source.slice(property.from, property.to) : ''
}

const isSayer = (call: SyntaxNode, source: string) => sayers.includes(calleeOf(call, source))

/** The strings that the argument may be: one, or those of a choice. */
function stringsOf(node: SyntaxNode, source: string): string[] {
  if (node.name === 'String') return [unquote(source.slice(node.from, node.to))]
  if (node.name === 'TemplateString') {
    const isPlain = node.getChild('Interpolation') === null
    return isPlain ? [source.slice(node.from + 1, node.to - 1)] : []
  }
  if (node.name === 'ConditionalExpression') {
    const at = children(node).findIndex(({ name }) => name === 'LogicOp')
    return children(node)
      .slice(at + 1)
      .flatMap((child) => stringsOf(child, source))
  }
  return node.name === 'ParenthesizedExpression'
    ? children(node).flatMap((child) => stringsOf(child, source))
    : []
}

const unquote = (literal: string): string =>
  literal.slice(1, -1).replace(/\\(u\{?([0-9a-f]+)\}?|.)/gi, (_all, short: string, code?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
    return short === 'n' ? '\n' : short
  })

/** The names of the values at a call: none, those of an object that is written out, or unknown. */
function valuesOf(rest: readonly SyntaxNode[], callee: string, source: string): string[] | undefined {
  if (callee === 'term') return undefined
  const objects = rest.filter(({ name }) => name !== ')')
  const expected = callee === 'rich' ? objects.slice(0, 2) : objects.slice(0, 1)
  if (expected.some(({ name }) => name !== 'ObjectExpression')) return undefined
  const properties = expected.flatMap(children).filter(({ name }) => name === 'Property')
  return properties.map((property) => {
    const name = property.firstChild
    return name ? source.slice(name.from, name.to).replace(/^['"]|['"]$/g, '') : ''
  })
}
