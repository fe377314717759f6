const namespace = 'http://www.w3.org/2000/svg'

/** How SVG is painted, as far as a style sheet may say it: what children take over, and what each has for itself. */
const inherited =
  `fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap
  stroke-linejoin font-family font-size font-weight font-style text-anchor visibility`.split(/\s+/)
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  display: 'inline',
  'dominant-baseline': 'auto',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'text-decoration-line': 'none',
  transform: 'none',
}
/** What the properties above have when nothing says otherwise. */
const initial: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'text-anchor': 'start',
  visibility: 'visible',
}

/**
 * A drawing as a file that needs nothing: what its style sheet says is written on its elements, labels that are
 * HTML become text, and it stands on a light ground of its own, so that it can be read on a dark page as well.
 * Equal drawings give equal text, whatever ids they were drawn with.
 * @param drawing stands in the document, which is what its styles are computed by
 */
export function bakeDrawing(drawing: SVGSVGElement): string {
  for (const label of drawing.querySelectorAll('foreignObject')) label.replaceWith(textOf(label))
  const elements = [drawing, ...drawing.querySelectorAll<SVGElement>('*')].filter(
    ({ localName }) => !unpainted.test(localName),
  )
  // All is read before anything is written, which would change what the next element inherits.
  const painted = elements.map((element) => [element, paintOf(element, element === drawing)] as const)
  for (const [element, paint] of painted) write(element, paint)
  for (const element of drawing.querySelectorAll('style, script')) element.remove()
  layGround(drawing)
  const { id } = drawing
  const written = new XMLSerializer().serializeToString(drawing)
  return id === '' ? written : written.replaceAll(id, 'diagram')
}

const unpainted = /^(?:style|script|title|desc|defs|metadata)$/

function paintOf(element: SVGElement, isRoot: boolean): Map<string, string> {
  const style = getComputedStyle(element)
  const parent =
    isRoot || element.parentElement === null ? undefined : getComputedStyle(element.parentElement)
  const paint = new Map<string, string>()
  for (const name of inherited) {
    const value = style.getPropertyValue(name)
    const before = parent ? parent.getPropertyValue(name) : initial[name]
    // An attribute that says the same is written anew: a style sheet may have taken it back.
    if (value !== '' && (value !== before || element.hasAttribute(name))) paint.set(name, value)
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name)
    if (value === '' || value === usual) continue
    if (name === 'transform' && (element.hasAttribute('transform') || isRoot)) continue
    if (name === 'display' && value !== 'none') continue
    paint.set(name === 'text-decoration-line' ? 'text-decoration' : name, value)
  }
  return paint
}

function write(element: SVGElement, paint: ReadonlyMap<string, string>): void {
  for (const { name } of [...element.attributes]) {
    if (/^(?:style|class|on.*|data-.*|tabindex|contenteditable)$/.test(name)) element.removeAttribute(name)
  }
  // Computed references have quotes, which attributes do without.
  for (const [name, value] of paint)
    element.setAttribute(name, value.replace(/^url\("(#[^"]*)"\)$/, 'url($1)'))
}

/** The words of a label that is HTML, in the middle of its box. */
function textOf(label: SVGForeignObjectElement): SVGElement {
  const number = (name: string) => Number(label.getAttribute(name) ?? 0)
  const written = [...label.children].map((child) => (child as HTMLElement).innerText).join('\n')
  const lines = written.split('\n').filter((line) => line.trim() !== '')
  const text = document.createElementNS(namespace, 'text')
  const middle = number('x') + number('width') / 2
  const top = number('y') + number('height') / 2 - ((lines.length - 1) * lineHeight) / 2
  text.setAttribute('text-anchor', 'middle')
  text.setAttribute('dominant-baseline', 'central')
  for (const [index, line] of lines.entries()) {
    const row = document.createElementNS(namespace, 'tspan')
    row.setAttribute('x', String(middle))
    row.setAttribute('y', String(top + index * lineHeight))
    row.textContent = line.trim()
    text.append(row)
  }
  return text
}

/** Pixels, for Mermaid's 16. */
const lineHeight = 19

function layGround(drawing: SVGSVGElement): void {
  const { x, y, width, height } = drawing.viewBox.baseVal
  drawing.setAttribute('width', String(Math.ceil(width)))
  drawing.setAttribute('height', String(Math.ceil(height)))
  const ground = document.createElementNS(namespace, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height, rx: 8 }))
    ground.setAttribute(name, String(value))
  ground.setAttribute('fill', '#ffffff')
  ground.setAttribute('stroke', 'none')
  drawing.prepend(ground)
}
