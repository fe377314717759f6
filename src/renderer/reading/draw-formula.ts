import katex from 'katex'

/** As in src/markdown/formula.ts: longer than any formula. */
const maxCharacters = 10_000

/**
 * Shows a formula in an element as MathML, built node by node: no text of it is ever read as HTML. What can't
 * be understood stays as its source, with the reason as its title.
 */
export function drawFormula(element: HTMLElement, tex: string, isDisplay: boolean): void {
  if (tex.length > maxCharacters) return
  try {
    katex.render(tex, element, {
      output: 'mathml',
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxExpand: 1000,
      maxSize: 50,
    })
  } catch (error) {
    element.textContent = tex
    element.title = error instanceof Error ? error.message : String(error)
    element.classList.add('cm-formula-wrong')
  }
}
