const count = (length: number) => Array.from({ length }, (_, index) => index)

/** Sources that make careless parsers slow or overflow their stack, each at a size of about `n` repetitions. */
export const shapes: Readonly<Record<string, (n: number) => string>> = {
  'opening brackets': (n) => '['.repeat(n),
  'closing brackets': (n) => ']'.repeat(n),
  'openings of images': (n) => '!['.repeat(n),
  'openings of links': (n) => '[a]('.repeat(n),
  'links in links': (n) => '[a'.repeat(n) + '](b)'.repeat(n),
  'images in images': (n) => '![a'.repeat(n) + '](b)'.repeat(n),
  'unclosed reference labels': (n) => '[a\n'.repeat(n),
  'a long reference label': (n) => `[${'a\n'.repeat(n)}]: b`,
  'unclosed destinations': (n) => '[a]: <b\n'.repeat(n),
  references: (n) =>
    count(n / 10)
      .map((i) => `[a${i}]: b\n`)
      .join('') + '[a0] '.repeat(n),
  wikilinks: (n) => '[[a|b]] '.repeat(n),
  'openings of wikilinks': (n) => '[[a'.repeat(n),
  'crossing emphasis': (n) => '*a_ '.repeat(n),
  'opening emphasis': (n) => '**a '.repeat(n),
  'closing emphasis': (n) => 'a** '.repeat(n),
  'a run of stars': (n) => '*'.repeat(n),
  'long and short emphasis': (n) => `a**b${'c* '.repeat(n)}`,
  'crossing strikes': (n) => '~a ~~b '.repeat(n),
  'tildes in words': (n) => 'a~'.repeat(n),
  'ever longer backticks': (n) =>
    count(Math.sqrt(n * 2))
      .map((i) => '`'.repeat(i + 1))
      .join(' '),
  'unmatched backticks': (n) => '`a``'.repeat(n),
  'nested quotations': (n) => `${'> '.repeat(n)}a`,
  'many nested quotations': (n) => `${'> '.repeat(90)}a\n`.repeat(n / 90),
  'nested lists': (n) =>
    count(Math.sqrt(n))
      .map((i) => `${'  '.repeat(i)}- a`)
      .join('\n'),
  'lists in one line': (n) => '- '.repeat(n),
  'a long list': (n) => '- a\n'.repeat(n),
  'a long task list': (n) => '- [ ] a\n'.repeat(n),
  'a wide and long table': (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n${'|b|\n'.repeat(n)}`,
  'a long table': (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n)}`,
  'many tables': (n) => '|a|\n|-\n\n'.repeat(n),
  'lines like tables': (n) => '|a\n'.repeat(n),
  'nested raw blocks': (n) => '<div>\n\n'.repeat(n),
  'nested raw elements': (n) => '<b>'.repeat(n),
  'many raw elements': (n) => '<b>x</b>'.repeat(n),
  'unclosed tags': (n) => '<a '.repeat(n),
  'unclosed tags in a block': (n) => `<div>\n${'<a '.repeat(n)}`,
  'unclosed end tags in a block': (n) => `<div>\n${'</a'.repeat(n)}`,
  'end tags without a name in a block': (n) => `<div>\n${'</1'.repeat(n)}>`,
  'unclosed attributes': (n) => '<a x="'.repeat(n),
  'unclosed attributes in a block': (n) => `<div>\n${'<a x="'.repeat(n)}`,
  'many attributes': (n) => `<div ${'a=b '.repeat(n)}>`,
  'unclosed comments': (n) => 'a <!-- '.repeat(n),
  'unclosed declarations': (n) => 'a <!A '.repeat(n),
  'unclosed instructions': (n) => 'a <?'.repeat(n),
  'unclosed character data': (n) => 'a <![CDATA['.repeat(n),
  'unclosed scripts': (n) => 'a <script> '.repeat(n),
  'nested raw tables': (n) => '<table><tr><td>'.repeat(n),
  'nested raw lists': (n) => '<ul><li>'.repeat(n),
  'nested details': (n) => '<details>\n\nx\n\n'.repeat(n),
  'opening dollars': (n) => '$a '.repeat(n),
  dollars: (n) => '$'.repeat(n),
  'openings of display math': (n) => '$$ a\n\n'.repeat(n),
  'a long formula': (n) => `$${'a'.repeat(n)}$`,
  'a deep formula': (n) => `$${'{'.repeat(n)}$`,
  'nested fractions': (n) => `$${'\\frac{a}{'.repeat(n / 10)}$`,
  'a macro that grows': (n) => `$\\def\\a{${'\\a'.repeat(Math.min(n, 4000))}}\\a$`,
  'many footnotes': (n) =>
    `${count(n / 10)
      .map((i) => `[^${i}] `)
      .join('')}\n\n${count(n / 10)
      .map((i) => `[^${i}]: x\n`)
      .join('')}`,
  'a chain of footnotes': (n) =>
    `[^0]\n\n${count(n / 10)
      .map((i) => `[^${i}]: [^${i + 1}]\n`)
      .join('')}`,
  'one footnote, many references': (n) => `${'[^1] '.repeat(n)}\n\n[^1]: x`,
  'footnotes in footnotes': (n) => `[^1]\n\n${'[^1]: '.repeat(n)}`,
  'a footnote of many blocks': (n) => `[^1]\n\n[^1]: x\n${'\n    y\n'.repeat(n)}`,
  'equal headings': (n) => '# a\n'.repeat(n),
  'openings of heading ids': (n) => `# ${'{#a'.repeat(n)}`,
  'a long underlined heading': (n) => `${'a\n'.repeat(n)}===`,
  'at signs': (n) => 'a@'.repeat(n),
  addresses: (n) => 'a@b.c '.repeat(n),
  'a word for an address': (n) => 'a'.repeat(n),
  'www without end': (n) => 'www.'.repeat(n),
  'schemes without end': (n) => 'http://'.repeat(n),
  'links without end': (n) => 'http://a.b '.repeat(n),
  'a link and parentheses': (n) => `http://a.b/${')'.repeat(n)}`,
  'a link and entities': (n) => `www.a.b/${'&a;'.repeat(n)}`,
  'unclosed autolinks': (n) => '<http://a'.repeat(n),
  ampersands: (n) => '&'.repeat(n),
  backslashes: (n) => '\\'.repeat(n),
  spaces: (n) => `a${' '.repeat(n)}\n`,
  tabs: (n) => '\t'.repeat(n),
  'empty lines': (n) => '\n'.repeat(n),
  zeros: (n) => '\u0000'.repeat(n),
  'half characters': (n) => '\ud800'.repeat(n),
  'combining marks': (n) => '\u0300'.repeat(n),
  definitions: (n) => 'a\n: b\n'.repeat(n),
  'nested definitions': (n) => 'a\n: '.repeat(n),
  callouts: (n) => '> [!NOTE]\n\n'.repeat(n),
  fences: (n) => '```\n'.repeat(n),
  'a long info string': (n) => `\`\`\` ${'{1-9,'.repeat(n)}\nx`,
  'a range of all lines': () => '```js {1-999999}\nx',
  figures: (n) => '![a](b "c")\n\n'.repeat(n),
  'code of one long line': (n) => `\`\`\`yaml\n${'- '.repeat(n)}`,
  'deep code': (n) => `\`\`\`json\n${'[[[[[[[[[[\n'.repeat(n / 10)}`,
}
