import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { randomCases } from '../../random-cases'
import { makeDrawing } from './drawing'
import { drawnElements } from './drawing-rules'

const clean = (text: string) => makeDrawing(Buffer.from(text)).toString()
const head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const inside = (text: string) =>
  clean(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`).slice(head.length + 1, -6)

interface Seen {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** What two parsers that have nothing to do with the one behind `makeDrawing` find in its answer. */
function seen(drawing: string): Seen[] {
  const found: Seen[] = []
  const readXml = (element: XmlElement) => {
    found.push({ name: element.name, attributes: element.attributes, text: element.text })
    for (const child of element.children) if (child.type === 'element') readXml(child as XmlElement)
  }
  const { root } = parseXml(drawing)
  if (root !== null) readXml(root)
  const readHtml = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (!('tagName' in node)) return
    const attributes = Object.fromEntries(
      node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    )
    found.push({ name: node.tagName, attributes, text: '' })
    node.childNodes.forEach(readHtml)
  }
  parseFragment(drawing).childNodes.forEach(readHtml)
  return found
}

const imageData = /^data:image\/(png|jpe?g|gif|webp|avif);base64,[\w+/=\s]*$/i

function dangersIn(drawing: string): string[] {
  return seen(drawing).flatMap(({ name, attributes, text }) => {
    const dangers = drawnElements.has(name) ? [] : [`<${name}>`]
    for (const [attribute, value] of Object.entries(attributes)) {
      const isLink = /href$/i.test(attribute)
      const leads = value.trim()
      if (/^on/i.test(attribute)) dangers.push(attribute)
      if (
        isLink && name === 'a'
          ? !/^(https?:|#)/i.test(leads)
          : isLink && !/^#/.test(leads) && !imageData.test(leads)
      )
        dangers.push(`${attribute}=${value}`)
      if (attribute === 'attributeName' && /href|^on|style|class/i.test(value)) dangers.push(`moves ${value}`)
      if (!isLink) dangers.push(...loadsIn(value).map((load) => `${attribute}: ${load}`))
    }
    return name === 'style' ? [...dangers, ...loadsIn(text)] : dangers
  })
}

/** What a style would load. */
function loadsIn(style: string): string[] {
  const loads = [...style.matchAll(/url\s*\(([^)]*)/gi)].map(([, address = '']) =>
    address.replace(/["'\s]/g, ''),
  )
  return [
    ...loads.filter(
      (it) =>
        !it.startsWith('#') && !/^data:(image\/(png|jpe?g|gif|webp|avif)|font\/|application\/)/.test(it),
    ),
    ...(style.match(/@import|image-set|javascript:|\\/gi) ?? []),
  ]
}

const attacks = [
  '<script>alert(1)</script>',
  '<script href="https://evil.test/a.js"/>',
  '<g onload="alert(1)"><path d="M0 0"/></g>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>',
  '<g xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></g>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  '<a href="javascript:alert(1)"><text>x</text></a>',
  '<a xlink:href="&#106;avascript:alert(1)"><text>x</text></a>',
  '<a href="java&#9;script:alert(1)"><text>x</text></a>',
  '<image href="https://evil.test/pixel.png"/>',
  '<image xlink:href="//evil.test/pixel.png"/>',
  '<image href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="/>',
  '<use href="https://evil.test/a.svg#b"/>',
  '<use href="data:image/svg+xml,%3Csvg/%3E#x"/>',
  '<feImage href="https://evil.test/a.png"/>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<set attributeName="onclick" to="alert(1)"/>',
  '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
  '<style>@import "https://evil.test/a.css";</style>',
  '<style>@import url(https://evil.test/a.css);</style>',
  '<style>@\\69mport "https://evil.test/a.css";</style>',
  '<style>*{background:url("https://evil.test/a.png")}</style>',
  '<style>*{background:u/**/rl(https://evil.test/a.png)}</style>',
  '<style>*{background:\\75rl(https://evil.test/a.png)}</style>',
  '<style>*{background:image-set("https://evil.test/a.png" 1x)}</style>',
  '<style>*{fill:url(</style><style>https://evil.test/a)}</style>',
  '<style>/* */ @import "https://evil.test/a.css"</style>',
  '<style><![CDATA[</style><script>alert(1)</script>]]></style>',
  '<rect fill="url(https://evil.test/a.svg#b)"/>',
  '<rect style="fill:url(//evil.test/a.svg#b)"/>',
  '<rect style="behavior:url(#default#time2)"/>',
  '<rect fill="url(&quot;https://evil.test/&quot;)"/>',
  '<?xml-stylesheet href="https://evil.test/a.css"?>',
  '<!--><script>alert(1)</script>-->',
  '<title><![CDATA[<img src=x onerror=alert(1)>]]></title>',
  '<desc>&lt;script>alert(1)&lt;/script></desc>',
  '<text>&lt;/svg>&lt;script>alert(1)&lt;/script></text>',
  '<audio src="https://evil.test/a.mp3" xmlns="http://www.w3.org/1999/xhtml" onerror="alert(1)"/>',
  '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  '<mpath xlink:href="https://evil.test/a.svg#b"/>',
  '<cursor xlink:href="https://evil.test/a.cur"/><rect cursor="url(https://evil.test/a.cur)"/>',
]

describe('a drawing', () => {
  it.each(attacks)('is without the danger of %s', (attack) => {
    const drawing = clean(`<svg xmlns="http://www.w3.org/2000/svg">${attack}<path d="M1 1"/></svg>`)
    expect(dangersIn(drawing)).toEqual([])
    expect(drawing).not.toContain('evil.test')
  })

  it.each([
    '<defs><linearGradient id="a" x1="0"><stop offset="0" stop-color="red"></stop></linearGradient></defs><rect fill="url(#a)"></rect>',
    '<mask id="m" maskUnits="userSpaceOnUse"><circle cx="1" cy="2" r="3"></circle></mask><g mask="url(#m)" clip-path="url(&quot;#c&quot;)"></g>',
    '<filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="2"></feGaussianBlur></filter>',
    '<text x="1" xml:space="preserve">a <tspan dy="1">b &amp; c</tspan>  d</text>',
    '<style>.a{fill:red;stroke:url(#b)} @media (prefers-color-scheme:dark){.a{fill:#fff}}</style><g class="a"></g>',
    '<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}</style>',
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"></image>',
    '<use xlink:href="#a" x="1"></use><symbol id="a" viewBox="0 0 1 1"></symbol>',
    '<a href="https://example.org/?a=1&amp;b=2"><text>x</text></a>',
    '<circle r="1"><animate attributeName="r" values="1;2" dur="1s" repeatCount="indefinite"></animate></circle>',
    '<title>A drawing</title><desc>What it shows</desc>',
    '<g transform="rotate(30 1 1)" style="fill:none;stroke-width:2px" opacity=".5"></g>',
  ])('keeps %s', (kept) => {
    expect(inside(kept)).toBe(kept)
  })

  it('tells nothing of who made it, where and with what', () => {
    const told = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- Created with a program on /home/ada -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="i" xmlns:sodipodi="s" width="9" height="8"
        inkscape:export-filename="/home/ada/a.png" sodipodi:docname="ada.svg" data-name="ada">
      <metadata><rdf:RDF><cc:Work><dc:creator>ada</dc:creator></cc:Work></rdf:RDF></metadata>
      <sodipodi:namedview inkscape:window-width="1"/><path d="M0 0" inkscape:label="ada"/></svg>`
    const drawing = clean(told)
    expect(drawing).not.toMatch(/ada|inkscape|sodipodi|metadata/)
    expect(drawing).toContain(`${head} width="9" height="8">`)
    expect(drawing).toContain('<path d="M0 0"></path></svg>')
  })

  it('may be named by a prefix, have entities, or another encoding', () => {
    const illustrator =
      '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY st "fill:red">]><svg:svg xmlns:svg="&ns;"><svg:g style="&st;"/></svg:svg>'
    expect(clean(illustrator)).toBe(`${head}><g style="fill:red"></g></svg>`)
    const text = `<svg xmlns="http://www.w3.org/2000/svg"><text>ä</text></svg>`
    const inLatin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')
    const inWide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const bytes of [Buffer.from(text), inLatin, inWide])
      expect(makeDrawing(bytes).toString()).toBe(`${head}><text>ä</text></svg>`)
  })

  it.each([
    ['no drawing', 'nothing', `${head}></svg>`],
    ['another document', '<html><body/></html>', `${head}></svg>`],
    [
      'one that breaks off',
      '<svg><g><path d="M0 0"/><text>a',
      `${head}><g><path d="M0 0"></path><text></text></g></svg>`,
    ],
    ['one that is no XML from somewhere on', '<svg><g/><g a=b></g></svg>', `${head}><g></g></svg>`],
    ['more than one', '<svg><g/></svg><svg><script/></svg>', `${head}><g></g></svg>`],
  ])('is whole though the original is %s', (_, text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  it('takes no longer, and no more room, than a few times what it is made of', () => {
    const nested = `<svg>${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`
    const entities = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(200)}">]><svg><text>${'&a;'.repeat(2000)}</text></svg>`
    const urls = `<svg><style>${'url("'.repeat(50_000)}</style><g style="${'url('.repeat(50_000)}"/></svg>`
    const started = performance.now()
    expect(clean(nested).length).toBeLessThan(nested.length)
    expect(clean(entities).length).toBeLessThan(500_000)
    expect(dangersIn(clean(urls))).toEqual([])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('is safe and well-formed XML whatever it is made of, and cleaning it again changes nothing', () => {
    const runs = Number(process.env.LONGHAND_FUZZ ?? randomCases(10_000))
    const scrap = fc.constantFrom(
      ...attacks,
      ...attacks.flatMap((attack) => [attack.slice(0, attack.length / 2), attack.slice(attack.length / 2)]),
      '<g>', '</g>', '<style>', '</style>', '<svg>', '</svg>', '<a href="', '"', "'", '>', '/>', '<', '&', '&lt;', '<![CDATA[', ']]>',
      '<!--', '-->', '<?x', '?>', 'url(', ')', '\\', '@import', ';', '{', '}', 'javascript:', 'style="', 'fill=\'', '\u0000', '\u0001', '￾', '\ud800',
    ) // biome-ignore format: a list
    fc.assert(
      fc.property(
        fc.array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 12 }),
        fc.boolean(),
        (parts, hasRoot) => {
          const drawing = clean(hasRoot ? `<svg>${parts.join('')}` : parts.join(''))
          expect(dangersIn(drawing)).toEqual([])
          expect(clean(drawing)).toBe(drawing)
        },
      ),
      { numRuns: runs },
    )
  })
})
