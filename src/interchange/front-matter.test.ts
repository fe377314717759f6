import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { randomCases } from '../random-cases'
import { readFrontMatter } from './front-matter'

function read(source: string) {
  const matter = readFrontMatter(source)
  if (matter.kind === 'refused') throw new Error(matter.reason)
  return matter
}

function refusal(source: string): string {
  const matter = readFrontMatter(source)
  return matter.kind === 'refused' ? matter.reason : 'not refused'
}

describe('readFrontMatter', () => {
  it('takes a source without front matter as all body', () => {
    for (const body of ['Text.\n', '---\n\nA text between breaks.\n\n---\n', '{{ tag }}\n', '']) {
      expect(read(body)).toMatchObject({ values: {}, body })
    }
  })

  it('reads YAML, TOML and JSON', () => {
    const values = { title: 'A: b', tags: ['x', 'y'], weight: 3, draft: true }
    const sources = [
      `---\n${stringify(values)}---\nBody.\n`,
      '+++\ntitle = "A: b"\ntags = ["x", "y"]\nweight = 3\ndraft = true\n+++\nBody.\n',
      `${JSON.stringify(values, null, 2)}\nBody.\n`,
      '---toml\ntitle = "A: b"\ntags = ["x", "y"]\nweight = 3\ndraft = true\n---\nBody.\n',
    ]
    for (const source of sources) expect(read(source)).toMatchObject({ values, body: 'Body.\n' })
  })

  it('gives the dates of TOML as they are written', () => {
    const { values } = read(
      '+++\na = 2024-03-01\nb = 2024-03-01T10:00:00+02:00\nc = 2024-03-01 10:00:00\n+++\n',
    )
    expect(values).toEqual({
      a: '2024-03-01',
      b: '2024-03-01T10:00:00.000+02:00',
      c: '2024-03-01T10:00:00.000',
    })
  })

  it('gives back every title, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(text), text, (title, tags, body) => {
        const source = `---\n${stringify({ title, tags })}---\n${body}`
        expect(read(source)).toMatchObject({ values: { title, tags }, body })
      }),
    )
  })

  it('never throws, whatever it is given', () => {
    const piece = fc.constantFrom(
      '---\n',
      '+++\n',
      '{',
      '}',
      '"',
      'a: ',
      '- ',
      '&x ',
      '*x',
      '\n',
      '\t',
      '[',
      '!!',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string(), (pieces, rest) => {
        readFrontMatter(pieces.join('') + rest)
      }),
      { numRuns: randomCases(500) },
    )
  })

  it('knows how a value was written', () => {
    const { values, written } = read('---\ntitle: 007\nversion: 1.10\n---\n')
    expect(values).toEqual({ title: 7, version: 1.1 })
    expect([written('title'), written('version'), written('none')]).toEqual(['007', '1.10', undefined])
  })

  it('reads an unquoted title with a colon as it was meant, with a warning', () => {
    const matter = read('---\ntitle: Rust: a tour\ndescription: "Quoted" and more\n---\n')
    expect(matter.values).toEqual({ title: 'Rust: a tour', description: '"Quoted" and more' })
    expect(matter.warnings).toHaveLength(1)
  })

  it('names the line of what can’t be read', () => {
    expect(refusal('---\ntitle: Fine\nother: a: b\n---\n')).toMatch(/in line 3, “other: a: b”/)
    expect(refusal('---\ntitle: Broken yaml: here\n tags: [a\n---\n')).toMatch(
      /in line \d, “(?:title: Broken yaml: here|tags: \[a)”\. Put a value .* into quotation marks/,
    )
    expect(refusal('---\ntitle: x\ntags: [a\nb: c\n---\n')).toMatch(/in line 4, “b: c”\. Close the/)
    expect(refusal('+++\ntitle = "Fine"\nother = nothing\n+++\n')).toMatch(/in line 3: /)
    expect(refusal('---\ntitle: "never closed\n---\n')).toMatch(/can’t be read in line \d/)
  })

  it('refuses aliases, however few', () => {
    expect(refusal('---\na: &x [1]\nb: *x\n---\n')).toBe(
      'Its front matter uses YAML aliases, which are refused.',
    )
  })

  it('refuses what is nested too deeply', () => {
    expect(refusal(`---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n`)).toBe(
      'Its front matter is nested too deeply.',
    )
    expect(refusal(`---\na: ${'['.repeat(30_000)}\n---\n`)).toMatch(/^Its front matter/)
  })

  it('takes 64 KB and refuses one byte more', () => {
    const ofSize = (bytes: number) => `---\na: ${'x'.repeat(bytes - 4)}\n---\n`
    expect(refusal(ofSize(64 * 1024))).toBe('not refused')
    expect(refusal(ofSize(64 * 1024 + 1))).toBe('Its front matter is larger than 64 KB.')
  })

  it('can’t be used to change the prototype of anything', () => {
    const { values } = read(
      '---\n__proto__: { polluted: true }\nconstructor: 1\nb: { __proto__: { c: 1 } }\n---\n',
    )
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(values).toEqual({ constructor: 1, b: {} })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('refuses front matter that is no map, and one that never ends', () => {
    expect(refusal('---\n- a\n---\n')).toBe('Its front matter is not a list of names and values.')
    expect(refusal('---\njust words\n---\n')).toBe('Its front matter is not a list of names and values.')
    expect(refusal('---\ntitle: Cut off\n')).toMatch(/has no end/)
    expect(read('---\n---\nBody.\n')).toMatchObject({ values: {}, body: 'Body.\n' })
  })
})
