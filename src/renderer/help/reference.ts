import { type Term, term } from '../../words'

interface Part {
  readonly name: Term
  readonly rows: readonly { readonly written: string; readonly gives: Term }[]
}

/** What is written in a post, by what it is for. */
export const reference: readonly Part[] = [
  {
    name: term('Words'),
    rows: [
      { written: '*emphasis*', gives: term('Emphasis') },
      { written: '**strong**', gives: term('Strong emphasis') },
      { written: '~~struck~~', gives: term('Struck out') },
      { written: '`code`', gives: term('Code in a line') },
      { written: '[words](https://example.org/)', gives: term('A link') },
      {
        written: '[words](other-post.md#heading)',
        gives: term('A link to another post, and to a heading in it'),
      },
      { written: '[[Title of a post]]', gives: term('A link to another post by its title') },
      { written: '![what it shows](media/file.png)', gives: term('A picture, with its alternative text') },
      { written: 'A claim.[^1]\n\n[^1]: Its source.', gives: term('A footnote') },
      { written: '$e^{i\\pi}$', gives: term('A formula in a line; $$ … $$ puts it on its own') },
      { written: '%% not for readers %%', gives: term('A private comment: never on the site') },
    ],
  },
  {
    name: term('Blocks'),
    rows: [
      { written: '# Heading\n## Smaller', gives: term('Headings, of six sizes') },
      { written: '- one\n- two', gives: term('A list') },
      { written: '1. first\n2. second', gives: term('A numbered list') },
      { written: '- [ ] to do\n- [x] done', gives: term('Tasks') },
      { written: '> quoted', gives: term('A quotation') },
      {
        written: '> [!NOTE]\n> Good to know.',
        gives: term('A callout: NOTE, TIP, IMPORTANT, WARNING or CAUTION'),
      },
      { written: '| a | b |\n|---|---|\n| 1 | 2 |', gives: term('A table') },
      { written: 'Word\n: What it means.', gives: term('A definition') },
      { written: '---', gives: term('A line across') },
    ],
  },
  {
    name: term('Code and drawings'),
    rows: [
      { written: '```ts\nconst a = 1\n```', gives: term('Code in its colours') },
      {
        written: '```ts title="a.ts" {1,3-5} showLineNumbers',
        gives: term('Code with a title, marked lines and numbers'),
      },
      { written: '```diff\n+ new\n- old\n```', gives: term('What was added and removed') },
      { written: '```mermaid\nflowchart LR\n  A --> B\n```', gives: term('A diagram, drawn when you pause') },
      { written: '$$\n\\sum_i x_i\n$$', gives: term('A formula on its own') },
    ],
  },
]
