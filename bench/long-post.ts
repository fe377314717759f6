/** A technical post of about `lines` lines: prose, lists, tables and code in turn, the same each time. */
export function longPost(lines: number): string {
  const section = (n: number) =>
    [
      `## Section ${n}: how the cache is read`,
      '',
      `The **cache** reads a page, and the *writer* waits for it \`${n}\` times before the journal is`,
      `flushed; see [the notes](https://example.org/${n}) for why that is enough and what it costs.`,
      'A reader that comes later finds the page where it was, or a newer one.',
      '',
      '- one thing that matters',
      '- another, with `code` in it',
      '  - and a detail below it',
      '',
      '| step | time | what happens |',
      '| --- | ---: | --- |',
      `| read | ${n} ms | the page comes in |`,
      `| write | ${n * 2} ms | the page goes out |`,
      '',
      '```ts',
      `export async function read${n}(pages: Map<string, number>): Promise<number> {`,
      '  for (const [name, size] of pages) {',
      `    if (size > ${n}) return size // large enough`,
      "    console.log('skipped', name)",
      '  }',
      '  return 0',
      '}',
      '```',
      '',
    ].join('\n')
  const perSection = section(0).split('\n').length
  return Array.from({ length: Math.ceil(lines / perSection) }, (_, n) => section(n + 1)).join('\n')
}
