import { type Context, Drop, type Expression, isTruthy, TypeGuards } from 'liquidjs'

/** Gives the value of an expression, or `hard` where LiquidJS itself has to find it, or the error that there is. */
export type Read = (context: Context) => unknown

export const hard = Symbol('hard')

/** LiquidJS keeps them to itself, and asks for one at a time through three generators. */
interface Scoped {
  readonly scopes: readonly object[]
}

/** Reads paths and literals, compared and joined; null when the expression is anything more. */
export function readerOf({ postfix }: Expression, isLenient: boolean): Read | null {
  const stack: Read[] = []
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      const operand = operandOf(token, isLenient)
      if (operand === null) return null
      stack.push(operand)
      continue
    }
    const operate = operators[token.operator]
    const [right, left] = [stack.pop(), stack.pop()]
    if (operate === undefined || left === undefined || right === undefined) return null
    stack.push((context) => {
      const [one, other] = [left(context), right(context)]
      return one === hard || other === hard ? hard : operate(one, other, context)
    })
  }
  return stack.length === 1 ? (stack[0] ?? null) : null
}

/** Of plain values alone: LiquidJS compares drops and lists by rules of its own. */
const isPlain = (value: unknown) => value === null || typeof value !== 'object'
const operators: Readonly<
  Record<string, ((left: unknown, right: unknown, context: Context) => unknown) | undefined>
> = {
  '==': (left, right) => (isPlain(left) && isPlain(right) ? left === right : hard),
  '!=': (left, right) => (isPlain(left) && isPlain(right) ? left !== right : hard),
  '>': (left, right) => (typeof left === 'number' && typeof right === 'number' ? left > right : hard),
  and: (left, right, context) => isTruthy(left, context) && isTruthy(right, context),
  or: (left, right, context) => isTruthy(left, context) || isTruthy(right, context),
}

export function operandOf(token: Expression['postfix'][number] | undefined, isLenient: boolean): Read | null {
  if (token === undefined) return null
  if (TypeGuards.isNumberToken(token) || TypeGuards.isQuotedToken(token)) {
    const { content } = token
    return () => content
  }
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return null
  const names = token.props.map((prop) => ('content' in prop ? prop.content : null))
  if (!names.every((name) => typeof name === 'string')) return null
  return (context) => readPath(context, names, isLenient)
}

/**
 * What `a.b.c` is by own properties alone; `hard` when a step is anything else. What isn't there is null to a
 * condition, and a mistake elsewhere, which LiquidJS tells better.
 */
function readPath(context: Context, names: readonly string[], isLenient: boolean): unknown {
  const [first = '', ...more] = names
  let value: unknown = own(scopeOf(context, first), first)
  for (const name of more) {
    if (value === null || value === undefined || value === hard) break
    value = own(value, name)
  }
  if (value === undefined) return isLenient ? null : hard
  return typeof value === 'function' ? hard : value
}

function scopeOf(context: Context, name: string): unknown {
  const { scopes } = context as unknown as Scoped
  for (let index = scopes.length - 1; index >= 0; index--) {
    const scope = scopes[index]
    if (scope !== undefined && name in scope) return scope
  }
  return Object.hasOwn(context.environments, name) ? context.environments : hard
}

/** An own property of an object; undefined when it has none, `hard` where LiquidJS has rules of its own. */
function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return hard
  if (value instanceof Drop) return ofDrop(value as unknown as Readonly<Record<string, unknown>>, name)
  if (Object.hasOwn(value, name)) return (value as Readonly<Record<string, unknown>>)[name]
  if (Array.isArray(value) && name === 'size') return value.length
  return special.has(name) ? hard : undefined
}

const special = new Set(['size', 'first', 'last', 'toLiquid'])

/** A drop answers by its methods, as `forloop.first` does. */
function ofDrop(drop: Readonly<Record<string, unknown>>, name: string): unknown {
  const method = drop[name]
  return typeof method === 'function' && !Object.hasOwn(Object.prototype, name) ? method.call(drop) : hard
}
