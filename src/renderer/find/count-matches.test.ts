import { SearchQuery } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { countMatches, type Matches, selectedMatch } from './count-matches'

const count = (doc: string, query: ConstructorParameters<typeof SearchQuery>[0]) =>
  new Promise<Matches>((resolve) =>
    countMatches(EditorState.create({ doc }), new SearchQuery(query), resolve),
  )

describe('counting matches', () => {
  it('finds all of them in a long text, and the selected one among them', async () => {
    const line = 'a cache, and what it caches\n'
    const found = await count(line.repeat(4000), { search: 'cache', literal: true })
    expect(found.starts.length).toBe(8000)
    expect(found.isCut).toBe(false)
    const [from, to] = [found.starts[5000] ?? 0, found.ends[5000] ?? 0]
    expect(selectedMatch(found, { from, to })).toBe(5001)
    expect(selectedMatch(found, { from, to: to + 1 })).toBe(0)
    expect(selectedMatch(found, { from: from + 1, to })).toBe(0)
  })

  it('stops where nobody would count on', async () => {
    expect(await count('x'.repeat(20_000), { search: 'x' })).toMatchObject({ isCut: true })
  })

  it('finds what reaches over lines, and nothing by an expression that is none', async () => {
    expect((await count('one\ntwo', { search: 'e\\nt', regexp: true })).starts).toEqual([2])
    expect((await count('one', { search: '(', regexp: true })).starts).toEqual([])
  })

  it('can be stopped', async () => {
    let isDone = false
    countMatches(EditorState.create({ doc: 'x' }), new SearchQuery({ search: 'x' }), () => (isDone = true))()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isDone).toBe(false)
  })
})
