const plain = /^[ -~]*$/
/** Longer numbers than this are compared from the left, as letters are. */
const digits = 12

/**
 * What a title is sorted by: without regard to case and accents, numbers by their size, so that “Part 10” comes
 * after “part 9”. Compare two of them as strings.
 */
export function titleOrder(title: string): string {
  const bare = plain.test(title) ? title : title.normalize('NFKD').replace(/\p{M}+/gu, '')
  return bare.toLowerCase().replace(/\d+/g, (number) => number.padStart(digits, '0'))
}
