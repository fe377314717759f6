import { describe, expect, it } from 'vitest'
import { createRenderCache } from './cache'
import { renderMarkdown } from './render'

describe('a render cache', () => {
  it('makes a thing once', () => {
    const cache = createRenderCache()
    let made = 0
    const make = () => String(++made)
    expect([cache.remember('a', make), cache.remember('a', make), made]).toEqual(['1', '1', 1])
  })

  it('remembers that there is nothing', () => {
    const cache = createRenderCache()
    let made = 0
    const make = () => {
      made++
      return null
    }
    expect([cache.remember('a', make), cache.remember('a', make), made]).toEqual([null, null, 1])
  })

  it('forgets what was used longest ago when it is full', () => {
    const cache = createRenderCache(6)
    const made: string[] = []
    const ask = (key: string) =>
      cache.remember(key, () => {
        made.push(key)
        return 'x'
      })
    for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) ask(key)
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
  })

  it('changes nothing but the time', () => {
    const source = '```js\na\n```\n\n```js diff\na\n```\n\n```ts\na\n```\n\n$x$ $$x$$ $\\wrong$'
    const cache = createRenderCache()
    expect(renderMarkdown(source, { cache })).toEqual(renderMarkdown(source))
    expect(renderMarkdown(source, { cache })).toEqual(renderMarkdown(source))
  })

  it('takes from its store what another process kept', () => {
    const source = '```js\nlet a\n```\n\n```klingon\na\n```\n\n$x$'
    const kept = new Map<string, string>()
    const first = renderMarkdown(source, { cache: createRenderCache(undefined, kept) })
    expect(kept.size).toBe(2)
    for (const [key, html] of kept) kept.set(key, html.replace('tok-keyword', 'tok-kept'))
    const again = renderMarkdown(source, { cache: createRenderCache(undefined, kept) })
    expect(again.html).toBe(first.html.replace('tok-keyword', 'tok-kept'))
  })
})
