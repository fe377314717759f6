import {
  type Context,
  Drop,
  type Emitter,
  type Expression,
  ForTag,
  IfTag,
  isTruthy,
  type Liquid,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TokenKind,
  TypeGuards,
  toValue,
  toValueSync,
  type Value,
} from 'liquidjs'

/** Characters that one page, or one text that a layout captures, may have. */
const mostCharacters = 50_000_000

/** One part of a layout, ready to be written. */
type Step = (context: Context, emitter: Emitter) => void
/** Gives the value of an expression, or `hard` where LiquidJS itself has to find it, or the error that there is. */
type Read = (context: Context) => unknown

const hard = Symbol('hard')
/** LiquidJS keeps them to itself, and asks for one at a time through three generators. */
interface Scoped {
  readonly scopes: readonly object[]
}

/**
 * Has LiquidJS write what layouts are mostly made of (text, values by their path, conditions) at once rather than
 * by generators within generators, which are there for templates that wait: four to six times as fast. All else, and every
 * mistake, is left to LiquidJS, so that layouts mean what it says they mean. Adds a limit on what is written.
 * @param escapeValue what `outputEscape` was given
 */
export function renderQuickly(liquid: Liquid, escapeValue: (value: unknown) => string): void {
  const prepared = new WeakMap<readonly Template[], readonly Step[]>()
  const stepOf = (template: Template): Step => {
    if (template instanceof Output) return outputStep(template, liquid, escapeValue)
    if (template instanceof IfTag) return ifStep(template, write)
    if (template instanceof ForTag) return forStep(template, write)
    return template.token.kind === TokenKind.HTML ? textStep(template) : slowStep(template)
  }
  const stepsOf = (templates: readonly Template[]) => {
    let steps = prepared.get(templates)
    if (steps === undefined) {
      steps = templates.map(stepOf)
      prepared.set(templates, steps)
    }
    return steps
  }
  function write(templates: readonly Template[], context: Context, emitter: Emitter): void {
    const steps = stepsOf(templates)
    context.renderLimit.check(performance.now())
    for (let index = 0; index < steps.length; index++) {
      try {
        steps[index]?.(context, emitter)
        if (emitter.buffer.length > mostCharacters) throw new Error('output limit exceeded')
      } catch (error) {
        const template = templates[index]
        if (LiquidError.is(error) || template === undefined) throw error
        throw new RenderError(error as Error, template)
      }
      if (context.breakCalled || context.continueCalled) break
    }
  }
  const renderer = {
    renderTemplates(templates: readonly Template[], context: Context, emitter: Emitter = new Text()) {
      write(templates, context, emitter)
      return emitter.buffer
    },
  }
  Object.assign(liquid, { renderer })
}

class Text implements Emitter {
  buffer = ''
  write(value: unknown) {
    this.buffer += textOf(value)
  }
}

/** As LiquidJS writes a value. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const plain: unknown = toValue(value)
  if (plain === null || plain === undefined) return ''
  return Array.isArray(plain) ? plain.map(textOf).join('') : String(plain)
}

const slowStep =
  (template: Template): Step =>
  (context, emitter) => {
    const html: unknown = toValueSync(template.render(context, emitter) as Iterator<unknown>)
    if (html) emitter.write(html)
  }

/** Text is the same wherever it is written. */
function textStep(template: Template): Step {
  let text: string | undefined
  return (context, emitter) => {
    if (text === undefined) {
      const written = new Text()
      slowStep(template)(context, written)
      text = written.buffer
    }
    emitter.write(text)
  }
}

function outputStep(output: Output, liquid: Liquid, escapeValue: (value: unknown) => string): Step {
  const slow = slowStep(output)
  const { filters, initial } = output.value
  const [filter, ...more] = filters
  const read = readerOf(initial, false)
  if (read === null || filter === undefined || more.length > 0) return slow
  const isRaw = filter.name === 'raw'
  // The filter that escapes has no name that a layout could have written.
  if (!isRaw && Object.hasOwn(liquid.filters, filter.name)) return slow
  return (context, emitter) => {
    const value = read(context)
    if (value === hard || typeof value === 'object')
      return value === null ? undefined : slow(context, emitter)
    emitter.write(isRaw ? value : escapeValue(value))
  }
}

function ifStep(tag: IfTag, write: Write): Step {
  const branches = tag.branches.map(({ value, templates }) => ({ test: conditionOf(value), templates }))
  const otherwise = tag.elseTemplates
  return (context, emitter) => {
    for (const { test, templates } of branches) {
      if (isTruthy(test(context), context)) return write(templates, context, emitter)
    }
    if (otherwise !== undefined) write(otherwise, context, emitter)
  }
}

type Write = (templates: readonly Template[], context: Context, emitter: Emitter) => void

/** A loop over a list by its path, without `limit`, `offset` and `reversed`. */
function forStep(tag: ForTag, write: Write): Step {
  const slow = slowStep(tag)
  const { variable, collection, templates } = tag
  const read = Object.keys(tag.hash.hash).length > 0 ? null : operandOf(collection, false)
  if (read === null) return slow
  const register = `continue-${variable}-${collection.getText()}`
  return (context, emitter) => {
    const list = read(context)
    if (!Array.isArray(list) || list.length === 0) return slow(context, emitter)
    context.setRegister(register, list.length)
    const { length } = list
    const scope: Record<string, unknown> = Object.create(null)
    context.push(scope)
    for (let at = 0; at < length; at++) {
      scope.forloop = {
        __proto__: null,
        length,
        index: at + 1,
        index0: at,
        rindex: length - at,
        rindex0: length - at - 1,
        first: at === 0,
        last: at === length - 1,
      }
      scope[variable] = list[at]
      context.continueCalled = false
      context.breakCalled = false
      write(templates, context, emitter)
      if (context.breakCalled) break
    }
    context.continueCalled = false
    context.breakCalled = false
    context.pop()
  }
}

function conditionOf(value: Value): Read {
  const slow: Read = (context) => toValueSync(value.value(context, context.opts.lenientIf))
  const read = value.filters.length > 0 ? null : readerOf(value.initial, true)
  if (read === null) return slow
  return (context) => {
    const found = read(context)
    return found === hard ? slow(context) : found
  }
}

/** Reads paths and literals, compared and joined; null when the expression is anything more. */
function readerOf({ postfix }: Expression, isLenient: boolean): Read | null {
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

function operandOf(token: Expression['postfix'][number] | undefined, isLenient: boolean): Read | null {
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
