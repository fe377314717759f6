/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/**
 * The text as the index takes it: words of scripts that are written without spaces are parted, the rest is left.
 * (An index of trigrams finds them as well, at 8 times the time and 2.5 times the space.)
 */
export function partWords(text: string): string {
  return text.replace(
    unspaced,
    (run) => ` ${[...segmenter.segment(run)].map(({ segment }) => segment).join(' ')} `,
  )
}
