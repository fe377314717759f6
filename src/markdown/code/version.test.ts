import { expect, it } from 'vitest'
import { highlightVersion } from '../cache'
import { renderFormula } from '../formula'
import { highlightCode } from './highlight'
import { codeLanguages } from './languages'

/** Something of everything that grammars see. */
const code = `#!/bin/sh
# comment; // comment
/* block */ <p class="a">b</p> <!-- c -->
const a: number = 1.5, b = "text \${c}" + 'd' // e
class A<T> extends B { public static int c(D d) throws E { return this.f[0x1f]; } }
fn main() -> Result<u64> { let mut x = &y; match x { Some(z) => z, None => panic!("n") } }
SELECT a, count(*) FROM b WHERE c LIKE '%d' GROUP BY 1;
def f(self, *args): return [x for x in args if x is not None]
key: { soft: 1, list: [a, "b"] } @decorator $variable :symbol
@media (min-width: 10px) { a:hover { color: #ff0000 !important } }
if true; then echo "$HOME" | grep -v x; fi
+ added
- removed
`

/** Goes with `highlightVersion`: change both when what equal code comes out as is another. */
const known = { version: 1, digest: '807b658b' }

it('stored highlights are told from those of another version', () => {
  const made = codeLanguages.map(({ fences }) => highlightCode(code, fences[0] ?? ''))
  made.push(renderFormula('\\sum_{i=1}^n \\frac{x^2}{\\sqrt{y}}', true, undefined))
  const digest = checksum(made.join('\n'))
  expect({ version: highlightVersion, digest }).toEqual(known)
})

/** FNV-1a */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
