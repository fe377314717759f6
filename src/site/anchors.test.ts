import { describe, expect, it } from 'vitest'
import { anchorsOf, findAnchor, nameOfPath, pointersIn } from './anchors'
import { renderContent } from './content'
import { planSite } from './plan'
import { References } from './references'
import { sampleLibrary, samplePost, snapshotOf } from './sample-library'
import { temporaryFolder } from './temporary-folder'
import { Warnings } from './warnings'

describe('the id that a link means', () => {
  const ids = new Set(['relink-dont-rebuild', 'toml-11', 'größe', 'a-b', 'ab', '1'])
  it.each([
    ['toml-11', 'toml-11'],
    ['toml-1-1', 'toml-11'],
    ['Relink-don-t-rebuild', 'relink-dont-rebuild'],
    ['Größe', 'größe'],
    ['a_b', null],
    ['nothing', null],
    ['-', null],
  ])('#%s is %s', (wanted, id) => expect(findAnchor(ids, wanted)).toBe(id))
})

it('links of a long text are followed in a time that grows as it does', () => {
  const count = 5000
  const links = Array.from({ length: count }, (_, n) => `## h${n}\n\n[a](p${n}.md) [b](#z${n}) [[q${n}]]`)
  const started = performance.now()
  const { warnings } = rendered(links.join('\n\n'))
  expect(performance.now() - started).toBeLessThan(5000)
  expect(warnings.join()).toContain('links to “[[q0]]”')
}, 60_000)

describe('a text points into posts', () => {
  const long = 'ж'.repeat(50)
  it.each([
    ['[x](b.md#one)', 'b'],
    ['[x](/posts/b#one)', 'b'],
    ['[x](/posts/b/#one)', 'b'],
    ['[x](/posts/b/?from=feed#one)', 'b'],
    ['<a href="/2019/b.html?a=b/c#one">x</a>', 'b.html'],
    ['[[b c#one]]', 'b c'],
    [`[x](/posts/${encodeURIComponent(long)}/#one)`, long],
  ])('by %s', (body, name) => expect([...pointersIn(body)]).toContain(name))

  it('and calls what is at a path as its links do', () => {
    expect(['/posts/b/', '/2019/b.html', '/'].map(nameOfPath)).toEqual(['b', 'b.html', ''])
  })
})

/** The HTML of the first of these posts, `post-1`, and what the writer is told. */
function rendered(...bodies: string[]) {
  const snapshot = snapshotOf(
    sampleLibrary(
      bodies.map((body, index) => samplePost(index + 1, { body })),
      { baseUrl: '' },
    ),
    temporaryFolder(),
  )
  const plan = planSite(snapshot, 10)
  const warnings = new Warnings()
  const anchors = new Map(plan.posts.map(({ path }, index) => [path, anchorsOf(bodies[index]!)]))
  const references = new References(
    plan,
    () => undefined,
    warnings,
    () => anchors,
  )
  return { html: renderContent(plan.posts[0]!, bodies[0]!, references).html, warnings: warnings.list() }
}

describe('a link to a heading', () => {
  it('of another post leads to it, or to the post when it isn’t there', () => {
    const { html, warnings } = rendered(
      '[a](post-2.md#over-there) [b](post-2.md#Over.There) [c](post-2.md#gone) [[post-2#over there]]',
      '## Over there',
    )
    expect([...html.matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual([
      '/posts/post-2/#over-there',
      '/posts/post-2/#over-there',
      '/posts/post-2/',
      '/posts/post-2/#over-there',
    ])
    expect(warnings).toEqual(["“Post 1” links to “#gone”, which isn't on the page it leads to."])
  })

  it('of the same post leads to it, or leaves its text when it isn’t there', () => {
    const { html, warnings } = rendered('[a](#don-t) [*b*](#gone) note[^1]\n\n## Don’t\n\n[^1]: here')
    expect(html).toContain('<a href="#dont">a</a> <em>b</em> note')
    expect(warnings).toEqual(["“Post 1” links to “#gone”, which isn't on the page it leads to."])
  })
})
