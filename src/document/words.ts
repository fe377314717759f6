/** Code fences and link targets are not prose; everything else that has a letter or digit is a word. */
const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gmu
const comment = /%%[\s\S]*?%%/g
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

/**
 * The words of a Markdown source, without its code blocks and the writer's private comments. Chinese and
 * Japanese, which write no spaces, count by character.
 */
export function countWords(source: string): number {
  const prose = withoutTargets(source.replace(fence, '').replace(comment, ' '))
  const ideographs = prose.match(cjk)?.length ?? 0
  return ideographs + (prose.replace(cjk, ' ').match(word)?.length ?? 0)
}

/**
 * Without `(…)` behind a `]`. By hand: an expression looks for the end anew from each of many that are never closed, which
 * takes seconds for a hundred kilobytes.
 */
function withoutTargets(text: string): string {
  let kept = ''
  let done = 0
  let end = -1
  let line = -1
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', Math.max(at + 2, done))) {
    if (end < at) end = indexOrEnd(text, ')', at)
    if (line < at) line = indexOrEnd(text, '\n', at)
    if (end > line || end === text.length) continue
    kept += text.slice(done, at + 1)
    done = end + 1
  }
  return kept + text.slice(done)
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index === -1 ? text.length : index
}

/** Minutes that reading takes, at least one: 238 words a minute (Brysbaert 2019, silent reading of non-fiction). */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}
