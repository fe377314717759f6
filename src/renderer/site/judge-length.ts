import type { Words } from '../../words'

interface Range {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

const lengthForm = /^(\d{1,4}(?:\.\d{1,4})?)(rem|em|ch|px|%)$/

/** What is wrong with a length that a theme is to have; undefined when nothing is. */
export function judgeLength(
  text: string,
  { min, max }: Range,
  { say }: Pick<Words, 'say'>,
): string | undefined {
  const written = read(text)
  const least = min === undefined ? undefined : read(min)
  const most = max === undefined ? undefined : read(max)
  const example = min ?? '1rem'
  if (written === undefined || (least !== undefined && written.unit !== least.unit))
    return say('A length looks like {example}.', { example })
  if (least !== undefined && written.number < least.number) return say('At least {min}.', { min: min ?? '' })
  if (most !== undefined && written.number > most.number) return say('At most {max}.', { max: max ?? '' })
  return undefined
}

function read(text: string): { readonly number: number; readonly unit: string } | undefined {
  const match = lengthForm.exec(text.trim())
  return match === null ? undefined : { number: Number(match[1]), unit: match[2] ?? '' }
}
