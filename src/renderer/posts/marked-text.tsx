import { splitMarks } from './split-marks'

/** A search snippet with what was found marked. */
export function MarkedText({ text }: { readonly text: string }) {
  let position = 0
  return splitMarks(text).map((part) => {
    const key = position
    position += part.text.length + 1
    return part.isMarked ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}
