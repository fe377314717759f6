import { type EditorView, WidgetType } from '@codemirror/view'
import { resolveImage } from '../preview/references'
import type { Stand } from './find-marks'

/** What stands on screen for marks that are hidden; undefined where nothing does. */
export function createWidget(stand: Stand): WidgetType | undefined {
  switch (stand.kind) {
    case 'bullet':
      return new Sign('cm-bullet', '•')
    case 'box':
      return new Sign('cm-box', stand.isChecked ? '☑' : '☐')
    case 'rule':
      return new Sign('cm-rule', '')
    case 'note':
      return new Sign('cm-note', stand.name)
    case 'image':
      return new Picture(stand.src, stand.alt)
    case 'formula':
      return new Formula(stand.tex, stand.isDisplay)
    default:
      return undefined
  }
}

class Sign extends WidgetType {
  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    super()
  }

  override eq(other: Sign): boolean {
    return other.name === this.name && other.text === this.text
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = this.name
    element.textContent = this.text
    return element
  }
}

/** A picture of the library in its place. One from elsewhere is named and not fetched: writing tells nobody. */
class Picture extends WidgetType {
  constructor(
    readonly src: string,
    readonly alt: string,
  ) {
    super()
  }

  override eq(other: Picture): boolean {
    return other.src === this.src && other.alt === this.alt
  }

  override toDOM(view: EditorView): HTMLElement {
    const { src } = resolveImage(this.src) ?? { src: '' }
    if (!src.startsWith('/media/')) return this.#name()
    const image = document.createElement('img')
    image.className = 'cm-picture'
    image.src = src
    image.alt = this.alt
    image.draggable = false
    image.onload = () => view.requestMeasure()
    image.onerror = () => image.replaceWith(this.#name())
    return image
  }

  #name(): HTMLElement {
    const name = document.createElement('span')
    name.className = 'cm-picture-name'
    name.textContent = this.alt || this.src
    name.title = this.src
    return name
  }
}

/** A formula as the page shows it, once what draws formulas has been loaded; until then its source. */
class Formula extends WidgetType {
  constructor(
    readonly tex: string,
    readonly isDisplay: boolean,
  ) {
    super()
  }

  override eq(other: Formula): boolean {
    return other.tex === this.tex && other.isDisplay === this.isDisplay
  }

  override toDOM(view: EditorView): HTMLElement {
    const element = document.createElement('span')
    element.className = this.isDisplay ? 'cm-formula cm-formula-display' : 'cm-formula'
    element.textContent = this.tex
    import('./draw-formula')
      .then(({ drawFormula }) => {
        drawFormula(element, this.tex, this.isDisplay)
        view.requestMeasure()
      })
      .catch((error: unknown) => console.warn('A formula is shown as its source.', error))
    return element
  }
}
