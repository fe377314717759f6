import type { PageAddresses } from '../addresses'
import { escapeHtml, escapeText } from '../escape'
import { readCodeInfo } from './info'

/**
 * A fence that describes a diagram (` ```mermaid `) as the figure that was drawn of it, its `title="…"` as the
 * caption; null when it describes none or there is no drawing, and then its code is shown.
 */
export function renderDrawing(
  code: string,
  infoString: string,
  { addresses }: { readonly addresses: PageAddresses },
): string | null {
  if (!/^mermaid(?![^\s{])/i.test(infoString)) return null
  const source = code.replace(/\n$/, '')
  const drawing = addresses.drawing(source)
  if (drawing === null) return null
  const size = (name: 'width' | 'height') =>
    drawing[name] === undefined ? '' : ` ${name}="${Math.round(drawing[name])}"`
  const image = `<img src="${escapeHtml(drawing.src)}" alt="${escapeHtml(describe(source))}"${size('width')}${size('height')}${addresses.loading()}>`
  const { title } = readCodeInfo(infoString)
  const caption = title === '' ? '' : `<figcaption>${escapeText(title)}</figcaption>`
  return `<figure class="diagram">${image}${caption}</figure>\n`
}

const kinds: Readonly<Record<string, string>> = {
  flowchart: 'Flowchart',
  graph: 'Flowchart',
  sequencediagram: 'Sequence diagram',
  classdiagram: 'Class diagram',
  statediagram: 'State diagram',
  erdiagram: 'Entity relationship diagram',
  journey: 'User journey',
  gantt: 'Gantt chart',
  pie: 'Pie chart',
  quadrantchart: 'Quadrant chart',
  requirementdiagram: 'Requirement diagram',
  gitgraph: 'Git graph',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  sankey: 'Sankey diagram',
  xychart: 'Chart',
  block: 'Block diagram',
  packet: 'Packet diagram',
  kanban: 'Kanban board',
  architecture: 'Architecture diagram',
}

/** What a reader who can't see a diagram is told: what its writer says of it, else its kind and its words. */
function describe(source: string): string {
  const own = (name: string) =>
    new RegExp(`^[ \\t]*${name}[ \\t]*:[ \\t]*(\\S.*)$`, 'm').exec(source)?.[1]?.trim() ??
    new RegExp(`^[ \\t]*${name}[ \\t]*\\{([^}]{0,2000})\\}`, 'm')
      .exec(source)?.[1]
      ?.replace(/\s+/g, ' ')
      .trim()
  const said = [own('accTitle'), own('accDescr')].filter((text) => text !== undefined && text !== '')
  if (said.length > 0) return said.join('. ')
  const name =
    /^(?:[ \t]*(?:%%.*)?\n)*[ \t]*([A-Za-z]+)/.exec(source.replace(/^---\n[\s\S]*?\n---\n/, ''))?.[1] ?? ''
  const kind = kinds[name.toLowerCase().replace(/(?:v2|beta)$/, '')] ?? 'Diagram'
  const labels = wordsOf(source)
  return labels === '' ? kind : `${kind}: ${labels}`
}

/** As much as one listens to in one piece. */
const maxLabels = 12

/** What stands in the boxes and on the arrows, each once. */
function wordsOf(source: string): string {
  const labels = new Set<string>()
  for (const match of source.matchAll(/"([^"\n]{1,80})"|[[({|]([^[\](){}|"\n]{1,80})[\])}|]/g)) {
    const label = (match[1] ?? match[2] ?? '')
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (/[\p{L}\p{N}]/u.test(label)) labels.add(label)
    if (labels.size > maxLabels) break
  }
  const all = [...labels]
  return all.length > maxLabels ? `${all.slice(0, maxLabels).join(', ')}, …` : all.join(', ')
}
