/** What a drawing may hold. Nothing here can run a script, load a file, lead away by itself or show a document. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const drawnElements = words(`
  svg g defs symbol use switch a title desc style image path rect circle ellipse line polyline polygon
  text tspan textPath marker view clipPath mask pattern linearGradient radialGradient stop
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateTransform animateMotion mpath set`)

/** Attributes that say how something is painted: a style sheet may say them as well. */
const painting = words(`
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters
  direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family
  font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-vertical
  image-rendering letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
  text-decoration text-overflow text-rendering transform transform-origin unicode-bidi vector-effect visibility
  white-space word-spacing writing-mode`)

const shaping = words(`
  id class style lang xml:lang xml:space role aria-label aria-labelledby aria-describedby aria-hidden
  version x y width height viewBox preserveAspectRatio d points pathLength cx cy r rx ry x1 y1 x2 y2 fx fy fr dx dy
  rotate textLength lengthAdjust startOffset method spacing side markerUnits markerWidth markerHeight orient refX refY
  clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform gradientUnits
  gradientTransform spreadMethod offset filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4
  order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale
  diffuseConstant specularConstant specularExponent scale xChannelSelector yChannelSelector azimuth elevation
  tableValues slope intercept amplitude exponent stdDeviation radius z pointsAtX pointsAtY pointsAtZ
  limitingConeAngle baseFrequency numOctaves seed stitchTiles
  from to by begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints path
  additive accumulate requiredExtensions systemLanguage`)

export const drawnAttributes: ReadonlySet<string> = new Set([...painting, ...shaping])

/** What may move: `href` or `onclick` would let a moment set what the drawing itself may not. */
export const movableAttributes: ReadonlySet<string> = new Set(
  [...painting, ...shaping].filter(
    (name) => !/^(?:id|class|style|lang|xml:.*|role|aria-.*|begin|end)$/.test(name),
  ),
)

const localReference = /^#[^\s"'()<>\\]+$/
const pictureData = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i
const fontData =
  /^data:(?:font\/|application\/(?:x-)?font)[\w.+-]*;(?:charset=[\w-]+;)?base64,[A-Za-z0-9+/=\s]*$/i

/** Where an element's `href` may lead: to a part of the drawing, a picture in it, or for a link a page of the web. */
export function isDrawnReference(element: string, value: string): boolean {
  if (element === 'a') return /^(?:https?:\/\/[^\s"'<>\\]+|#\S*)$/i.test(value)
  return localReference.test(value) || (/^(?:image|feImage)$/.test(element) && pictureData.test(value))
}

/** What loads, runs or takes in more than the text says, in whatever way it is written. */
const dangerous =
  /[\\<]|@import|@namespace|@charset|image-set|image\s*\(|cross-fade|\bsrc\s*\(|expression|javascript|vbscript|binding|behavior|url\s*\(|\/\//i

/**
 * A style sheet, a list of declarations or a painting attribute without what would load anything. One in which
 * something stays that is not understood comes out empty.
 */
export function cleanStyle(style: string): string {
  if (!/[\\<@(]|\/[*/]|javascript|binding|behavior/i.test(style)) return style
  const kept: string[] = []
  const mark = '\u0001'
  const clean = style
    .replaceAll(mark, '')
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, ' ')
    .replace(/@import[^;]*(?:;|$)/gi, '')
    .replace(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]*))\s*\)/gi, (whole, double, single, bare) => {
      const address: string = double ?? single ?? bare ?? ''
      if (!localReference.test(address) && !pictureData.test(address) && !fontData.test(address))
        return 'none'
      kept.push(whole)
      return mark
    })
  if (dangerous.test(clean) || clean.includes('/*')) return ''
  return clean.replaceAll(mark, () => kept.shift() ?? 'none')
}
