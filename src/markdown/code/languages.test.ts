import { languages as editorLanguages } from '@codemirror/language-data'
import { describe, expect, it } from 'vitest'
import { highlightCode } from './highlight'
import { codeLanguages, findCodeLanguage } from './languages'

/** A line in which a grammar must see something, for every language that the product promises. */
const samples: Readonly<Record<string, string>> = {
  javascript: 'const a = 1',
  typescript: 'const a: number = 1',
  jsx: 'const a = <b>c</b>',
  tsx: 'const a: X = <b>c</b>',
  json: '{"a": 1}',
  html: '<p class="a">b</p>',
  css: 'a { color: red }',
  python: 'def f(): return 1',
  rust: 'fn main() { let a = 1; }',
  go: 'func main() { return }',
  java: 'class A { int b = 1; }',
  c: 'int main() { return 1; }',
  cpp: 'class A { public: int b; };',
  php: '<?php echo "a"; ?>',
  sql: 'SELECT a FROM b WHERE c = 1',
  xml: '<a b="c">d</a>',
  yaml: 'a: "b"',
  bash: 'if true; then echo "a"; fi',
  sh: 'echo "a"',
  shell: 'export A="b"',
  toml: 'a = "b"',
  dockerfile: 'FROM debian',
  ruby: 'def a; "b"; end',
  lua: 'local a = "b"',
  swift: 'let a = "b"',
  kotlin: 'val a = "b"',
  diff: '+a',
  csharp: 'class A { string b = "c"; }',
  scala: 'val a = "b"',
  haskell: 'a = "b" where',
  powershell: 'Write-Host "a"',
  nginx: 'server { listen 80; }',
  markdown: '# a',
}

describe('the languages of code blocks', () => {
  it.each(Object.entries(samples))('colours %s', (fence, code) => {
    expect(highlightCode(code, fence)).toContain('<span class="tok-')
  })

  it('have a grammar each, which reads anything', () => {
    for (const { fences } of codeLanguages) {
      expect(highlightCode('a "b" 1 # c\n{ <d> }\n', fences[0] ?? '')).not.toBeNull()
    }
  })

  it('are named as the editor names them', () => {
    const known = new Set(editorLanguages.map((language) => language.name))
    expect(codeLanguages.filter((language) => !known.has(language.name))).toEqual([])
  })

  it('share no fence', () => {
    const fences = codeLanguages.flatMap((language) => language.fences)
    expect(new Set(fences).size).toBe(fences.length)
  })

  it('are found in any case', () => {
    expect(findCodeLanguage('TypeScript')?.name).toBe('TypeScript')
    expect(findCodeLanguage('klingon')).toBeUndefined()
    expect(findCodeLanguage('constructor')).toBeUndefined()
  })
})
