import type { EditorView } from '@codemirror/view'

const prefix = /^(?:[ \t]*>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/

/** What the further rows of a line in a list or a quotation hang behind: marks of quotations, spaces, the item's mark. */
export const hangingPrefix = (line: string): string => prefix.exec(line)?.[0] ?? ''

/** More than any list is deep; a line of nothing but spaces must not push its words out of sight. */
const mostEms = 12

/**
 * How wide prefixes are in the font of an editor, in its em. Measured on a canvas, which lays nothing out, and
 * kept: there are few of them.
 */
export class PrefixWidths {
  readonly #context = document.createElement('canvas').getContext('2d')
  readonly #widths = new Map<string, number>()
  #family = ''

  /** Takes the editor's font anew; says whether it was another. Reads styles: for measuring phases alone. */
  readFont(view: EditorView): boolean {
    const { fontFamily } = getComputedStyle(view.scrollDOM)
    if (fontFamily === this.#family) return false
    this.#family = fontFamily
    this.#widths.clear()
    return true
  }

  /** em, rounded to what a screen can show */
  widthOf(text: string): number {
    const known = this.#widths.get(text)
    if (known !== undefined || this.#context === null) return known ?? 0
    this.#context.font = `100px ${this.#family}`
    const width = this.#context.measureText(text.replace(/\t/g, '    ')).width / 100
    const rounded = Math.min(mostEms, Math.round(width * 1000) / 1000)
    this.#widths.set(text, rounded)
    return rounded
  }
}
