import type { Text } from '@codemirror/state'

/** Marks of quotes, lists and blanks that a line begins with. */
const container = /^((?:[ \t]*>[ \t]?)*)([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/

/**
 * Markdown as it fits into a place of the text: blocks stand on lines of their own, and go on with the quote or the
 * list's item that they are put into.
 */
export function fitIn(doc: Text, from: number, to: number, markdown: string): string {
  const line = doc.lineAt(from)
  const before = doc.sliceString(line.from, from)
  const after = doc.sliceString(to, doc.lineAt(to).to)
  const [lead = '', quotes = '', indent = '', mark = ''] = container.exec(before) ?? []
  const goOn = quotes + indent + ' '.repeat(mark.replace(/\[[ xX]\][ \t]+$/, '').length)
  const isAtStart = before.length === lead.length
  const opens = !isAtStart && isBlock(markdown)
  const closes = after.trim() !== '' && (isBlock(markdown) || /\n\n/.test(markdown))
  const text = `${opens ? '\n\n' : ''}${markdown}${closes ? '\n\n' : ''}`
  return text.replace(/\n/g, `\n${goOn}`).replace(new RegExp(`\n${goOn}(?=\n)`, 'g'), `\n${goOn.trimEnd()}`)
}

/** Whether Markdown can't go on in the middle of a line. */
const isBlock = (markdown: string) =>
  /^(?:#{1,6} |> |[-*+] |\d+[.)] |\||`{3}|~{3}|\$\$\n|---\n)/.test(markdown)
