import {
  type Context,
  type Emitter,
  ForTag,
  IfTag,
  isTruthy,
  type Liquid,
  LiquidError,
  Output,
  RenderError,
  type Template,
  TokenKind,
  toValue,
  toValueSync,
  type Value,
} from 'liquidjs'
import type { Patience } from './patience'
import { hard, operandOf, type Read, readerOf } from './quick-values'

/** Characters that one page, or one text that a layout captures, may have. */
const mostCharacters = 50_000_000

/** One part of a layout, ready to be written. */
type Step = (context: Context, emitter: Emitter) => void
/**
 * Has LiquidJS write what layouts are mostly made of (text, values by their path, conditions) at once rather than
 * by generators within generators, which are there for templates that wait: four to six times as fast. All else, and every
 * mistake, is left to LiquidJS, so that layouts mean what it says they mean. Adds a limit on what is written.
 * @param escapeValue what `outputEscape` was given
 * @param patience a further limit of time
 */
export function renderQuickly(
  liquid: Liquid,
  escapeValue: (value: unknown) => string,
  patience?: Patience,
): void {
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
        patience?.check()
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
