/**
 * What raw HTML may hold. Nothing here can run a script, load a document, submit a form or change how what
 * follows is parsed. Everything else is dropped or shown as text (`filter.ts`).
 */
interface ElementRule {
  /** Attributes besides the ones that every element may have. */
  readonly attributes: readonly string[]
  /** The only elements that it may stand directly in; anywhere when absent. */
  readonly parents?: readonly string[]
  /** Open elements that its start tag ends, as HTML has it (`<li>` ends the `<li>` before). */
  readonly ends?: readonly string[]
}

const rules = new Map<string, ElementRule>()
const allow = (names: string, rule: Partial<ElementRule> = {}) => {
  for (const name of names.split(' ')) rules.set(name, { attributes: [], ...rule })
}

const inline =
  'abbr b bdi bdo cite code dfn em i kbd mark rp rt ruby s samp small span strike strong sub sup tt u var'
allow(`${inline} wbr`)
allow('br hr h1 h2 h3 h4 h5 h6 div p pre section article aside header footer main nav hgroup address', {
  attributes: ['align'],
})
allow('ins del', { attributes: ['cite', 'datetime'] })
allow('blockquote q', { attributes: ['cite'] })
allow('time', { attributes: ['datetime'] })
allow('data', { attributes: ['value'] })
allow('meter progress', { attributes: ['value', 'min', 'max', 'low', 'high', 'optimum'] })
allow('a', { attributes: ['href', 'hreflang', 'name'] })
allow('img', { attributes: ['src', 'alt', 'width', 'height', 'align'] })
allow('figure', { attributes: ['align'] })
allow('figcaption', { parents: ['figure'] })
allow('details', { attributes: ['open'] })
allow('summary', { parents: ['details'] })
allow('ul dl')
allow('ol', { attributes: ['start', 'reversed', 'type'] })
allow('li', { attributes: ['value'], parents: ['ul', 'ol'], ends: ['li'] })
allow('dt dd', { parents: ['dl'], ends: ['dt', 'dd'] })
allow('table', { attributes: ['align'] })
allow('caption', { parents: ['table'] })
allow('colgroup', { attributes: ['span'], parents: ['table'], ends: ['caption'] })
allow('col', { attributes: ['span'], parents: ['table', 'colgroup'] })
allow('thead tbody tfoot', {
  parents: ['table'],
  ends: ['caption', 'colgroup', 'td', 'th', 'tr', 'thead', 'tbody'],
})
allow('tr', {
  attributes: ['align'],
  parents: ['table', 'thead', 'tbody', 'tfoot'],
  ends: ['caption', 'colgroup', 'td', 'th', 'tr'],
})
allow('td th', {
  attributes: ['align', 'colspan', 'rowspan', 'headers', 'scope'],
  parents: ['tr'],
  ends: ['td', 'th'],
})
allow('video', { attributes: ['src', 'poster', 'width', 'height', 'controls', 'loop', 'muted', 'preload'] })
allow('audio', { attributes: ['src', 'controls', 'loop', 'muted', 'preload'] })
allow('source', { attributes: ['src', 'type'], parents: ['video', 'audio'] })
allow('track', { attributes: ['src', 'kind', 'srclang', 'label', 'default'], parents: ['video', 'audio'] })

export const elementRules: ReadonlyMap<string, ElementRule> = rules

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Attributes that every element may have. `id` and `name` are looked at once more, and so is every URL. */
export const commonAttributes = words('class id title lang dir aria-label aria-hidden aria-describedby')

export const voidElements = words('br col hr img source track wbr')

/** Dropped with all that is in them: it is not text, or not for this place. */
export const droppedWithContent = words(
  'script style svg math template iframe object embed applet noscript noembed noframes title xmp plaintext frameset',
)

/** Elements of HTML that are dropped while their content stays; a name that is none of HTML's is text. */
export const droppedElements = words(`html head body base link meta form input button select option optgroup
  datalist fieldset legend label output textarea canvas dialog menu map area picture portal slot param frame
  font center big acronym basefont bgsound blink marquee nobr dir isindex keygen listing menuitem rb rtc search
  selectedcontent spacer`)

/** What ends an open paragraph in HTML, and so can never stand in one. */
export const blockElements =
  words(`address article aside blockquote details dir div dl dd dt fieldset figcaption
  figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table ul`)

/** Elements that hold text alone: when Markdown blocks come to stand in one, it is written as a `div`. */
export const textBlocks = words('p h1 h2 h3 h4 h5 h6')

/** Elements within a line: when Markdown blocks come to stand in one, it too is written as a `div`. */
export const inlineElements = words(inline)

/** Names by which scripts reach a page's own objects; an element of this id would stand in their place. */
export const clobberingIds =
  words(`__proto__ constructor prototype hasownproperty tostring valueof document window
  self top parent frames opener location history navigator name status closed length event origin performance
  body head forms images links scripts anchors cookie domain title url referrer defaultview documentelement
  implementation activeelement children childnodes firstchild lastchild parentnode nodename nodetype attributes
  innerhtml outerhtml textcontent style classname action method target submit elements getelementbyid
  queryselector createelement addeventlistener alert fetch eval`)
