import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../markdown'
import { randomCases } from '../random-cases'
import { findAssetReferences, findAssetUses } from './asset-references'

const a = 'media/plan-0123456789ab.png'
const b = 'media/over-view-fedcba987654.jpg'
const found = (body: string) => findAssetReferences(body).map(({ path, missingAlt }) => [path, missingAlt])

describe('a reference to an original', () => {
  it.each([
    ['an image', `![A plan](${a})`, 0],
    ['an image without a text', `See ![](${a}) there`, 1],
    ['an image with a blank text', `![  ](${a} "Title")`, 1],
    ['an image in angle brackets', `![](<${a}>)`, 1],
    ['an image from the root', `![](/${a})`, 1],
    ['an image from here', `![](./${a})`, 1],
    ['a link', `[the plan](${a})`, 0],
    ['a link without a text', `[](${a})`, 0],
    ['an escaped bang', `\\![](${a})`, 0],
    ['a text with brackets', `![a [b] c](${a})`, 0],
    ['a text with an escaped bracket', `![a \\] c](${a})`, 0],
    ['a definition', `![The plan][p]\n\n[p]: ${a} "Title"`, 0],
    ['a definition for an image without a text', `![][ The  P ]\n\n[the p]: <${a}>`, 1],
    ['a definition in a quote', `> ![][p]\n>\n> [p]: ${a}`, 1],
    ['an img tag', `<p><img class="x" src="${a}" alt="The plan"></p>`, 0],
    ['an img tag without a text', `<img src='${a}'>`, 1],
    ['an img tag with a blank text', `<img alt=" " src=${a} />`, 1],
    ['an img tag over lines', `<img\n  src="${a}"\n  alt="x">`, 0],
    ['an img tag with a bracket in its text', `<img alt="a > b <c>" src="${a}">`, 0],
    ['an img tag before one with a text', `<img src="${a}" title=">"><img src="x" alt="y">`, 1],
    ['a film', `<video src="${a}"></video>`, 0],
  ])('is %s', (_, body, missingAlt) => {
    expect(found(body)).toEqual([[a, missingAlt]])
  })

  it.each([
    ['plain text', `It is in ${a}.`],
    ['a fence', `\`\`\`md\n![](${a})\n\`\`\``],
    ['a fence that never ends', `~~~\n![](${a})\n`],
    ['a longer fence', `\`\`\`\`\n\`\`\`\n![](${a})\n\`\`\`\`\n`],
    ['a fence in a quote', `> \`\`\`\n> ![](${a})\n> \`\`\`\n`],
    ['a fence in a list', `- x\n\n  \`\`\`\n  ![](${a})\n  \`\`\`\n`],
    ['a code span', `Write \`![](${a})\` for it`],
    ['a code span of two marks', `Write \`\`![\`](${a})\`\` for it`],
    ['a name that goes on', `![](${a}_x)`],
    ['another folder', `![](images/plan-0123456789ab.png)`],
  ])('is not %s', (_, body) => {
    expect(found(body)).toEqual([])
  })

  it('is each of several, in order, with its place', () => {
    const body = `[![](${a})](${b})\n\n\`x\` ![t](${a})`
    const references = findAssetReferences(body)
    expect(references.map(({ path, missingAlt }) => [path, missingAlt])).toEqual([
      [a, 1],
      [b, 0],
      [a, 0],
    ])
    for (const { from, to, path } of references) expect(body.slice(from, to)).toBe(path)
  })

  it('after a fence in a list or quote that was never closed still counts', () => {
    expect(found(`- \`\`\`\n  code\n\n![x](${a})`)).toEqual([[a, 0]])
    expect(found(`> \`\`\`\n> code\n\n![x](${a})`)).toEqual([[a, 0]])
  })

  it('after a fence that shows a fence in a quote still counts', () => {
    expect(found(`\`\`\`\n> \`\`\`\n\`\`\`\n![x](${a})`)).toEqual([[a, 0]])
  })

  it('after what looks like a fence inside of HTML still counts', () => {
    expect(found(`<img src="${a}">\n~~~\n\n![x](${b})`).map(([path]) => path)).toEqual([a, b])
    expect(found(`<!--\n\n~~~\n-->\n\n![x](${b})`).map(([path]) => path)).toEqual([b])
  })

  it('is found when its name is percent-encoded', () => {
    expect(found('![x](media/%C3%BCber-0123456789ab.png)')).toEqual([['media/über-0123456789ab.png', 0]])
  })

  it('is found wherever the page shows one', () => {
    const piece = fc.constantFrom(
      ...['`', '``', '```\n', '~~~\n', '> ', '- ', '1. ', '    ', '  ', '\n', '\n\n', '!', '[', ']', '\\'],
      ...[`![](${a})`, `![t](${b})`, `[l](${b})`, `<img src="${a}">`, '[p]', `\n\n[p]: ${a}\n\n`, 'word '],
    )
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (body) => {
        const { links, assets } = renderMarkdown(body)
        const shown = new Set([...links, ...assets].filter((path) => path === a || path === b))
        const known = new Set(findAssetReferences(body).map(({ path }) => path))
        expect([...shown].filter((path) => !known.has(path))).toEqual([])
      }),
      { numRuns: randomCases(3000) },
    )
  })

  it('costs no square of a long text', () => {
    const body = `${'[`'.repeat(20_000)}${`![](${a}) \`\n`.repeat(500)}`
    const started = performance.now()
    findAssetReferences(body)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('what a post refers to', () => {
  it('is in its text, its cover and what the site shows, and only the text lacks alternative texts', () => {
    const uses = findAssetUses(
      { body: `![](${a}) ![](${a})`, cover: `./${b}` },
      { body: `![](${a}) ![](media/old-00aa00aa00aa.png)`, cover: null },
    )
    expect([...uses]).toEqual([
      [a, 2],
      ['media/old-00aa00aa00aa.png', 0],
      [b, 0],
    ])
  })
})
