import {
  type Context,
  type Emitter,
  type Expression,
  IfTag,
  isTruthy,
  type Liquid,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TokenKind,
  TypeGuards,
  toValueSync,
  UnlessTag,
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
    if (template instanceof UnlessTag) return slowStep(template)
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
  write(text: unknown) {
    this.buffer += text
  }
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

function ifStep(
  tag: IfTag,
  write: (templates: readonly Template[], context: Context, emitter: Emitter) => void,
): Step {
  const branches = tag.branches.map(({ value, templates }) => ({ test: conditionOf(value), templates }))
  const otherwise = tag.elseTemplates
  return (context, emitter) => {
    for (const { test, templates } of branches) {
      if (isTruthy(test(context), context)) return write(templates, context, emitter)
    }
    if (otherwise !== undefined) write(otherwise, context, emitter)
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

/** Reads a path, or a path compared with a path or a literal; null when the expression is anything more. */
function readerOf({ postfix }: Expression, isLenient: boolean): Read | null {
  const [first, second, operator, ...more] = postfix
  const one = operandOf(first, isLenient)
  if (one === null) return null
  if (second === undefined) return one
  const other = operandOf(second, isLenient)
  if (other === null || operator === undefined || more.length > 0 || !TypeGuards.isOperatorToken(operator))
    return null
  const compare = comparisons[operator.operator]
  if (compare === undefined) return null
  return (context) => {
    const [left, right] = [one(context), other(context)]
    return isPlain(left) && isPlain(right) ? compare(left, right) : hard
  }
}

/** Of plain values alone: LiquidJS compares drops and lists by rules of its own. */
const isPlain = (value: unknown) => value === null || (typeof value !== 'object' && typeof value !== 'symbol')
const comparisons: Readonly<Record<string, ((left: unknown, right: unknown) => boolean) | undefined>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => typeof left === 'number' && typeof right === 'number' && left > right,
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

/** What `a.b.c` is by own properties alone; `hard` when a step is anything else, or isn't there. */
function readPath(context: Context, names: readonly string[], isLenient: boolean): unknown {
  const [first = '', ...more] = names
  let value: unknown = own(scopeOf(context, first), first)
  for (const name of more) {
    if (value === null) return null
    value = own(value, name)
    if (value === hard) break
  }
  if (typeof value === 'function') return hard
  return value === undefined || (value === hard && !isLenient) ? hard : value
}

function scopeOf(context: Context, name: string): unknown {
  const { scopes } = context as unknown as Scoped
  for (let index = scopes.length - 1; index >= 0; index--) {
    const scope = scopes[index]
    if (scope !== undefined && name in scope) return scope
  }
  return name in context.environments ? context.environments : hard
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return hard
  if (name === 'size' && Array.isArray(value)) return value.length
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : hard
}
