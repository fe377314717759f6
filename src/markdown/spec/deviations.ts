/** Examples that Longhand shows in another way on purpose, and why. */
export interface Deviation {
  readonly reason: string
  readonly examples: readonly number[]
}

/** By their numbers in CommonMark 0.31.2. */
export const commonMarkDeviations: readonly Deviation[] = [
  {
    reason: 'Raw HTML is balanced: what is left open is closed, an end tag without a start is dropped.',
    examples: [148, 151, 155, 165, 174, 175, 184, 187, 476, 477, 494],
  },
  {
    reason: 'Scripts, style sheets and form fields are dropped.',
    examples: [170, 171, 172, 173, 176, 178],
  },
  {
    reason: 'Comments, declarations, processing instructions and CDATA are for no reader, and are dropped.',
    examples: [177, 179, 180, 181, 182, 183, 308, 309, 625, 626, 627, 628, 629],
  },
  {
    reason: 'A tag that HTML does not know is text: <T> or Vec<String> in a sentence should not vanish.',
    examples: [150, 163, 201, 491, 524, 536, 613, 614, 615, 617, 623],
  },
  {
    reason: 'A tag that never ends is text.',
    examples: [156, 157, 158],
  },
  {
    reason: 'Attributes that are not on the allow-list are dropped; an image gets an alternative text.',
    examples: [169, 475, 616],
  },
  {
    reason: 'Addresses in raw HTML are percent-encoded, as those of Markdown links are.',
    examples: [21, 31, 344, 630, 631, 642, 643],
  },
  {
    reason: 'An image with a title, alone in its paragraph, is a figure with a caption.',
    examples: [572, 573, 576, 577, 584, 585, 586, 588, 589, 591],
  },
  {
    reason: 'Links go to http, https, mailto, tel or within the site; others leave their text.',
    examples: [596, 598, 599, 601],
  },
  {
    reason: 'GFM makes links of addresses that stand in the text.',
    examples: [608, 611, 612],
  },
  {
    reason: '[[name]] is a link to another post.',
    examples: [590],
  },
]

/** By their numbers in GFM 0.29; its extensions alone. */
export const gfmDeviations: readonly Deviation[] = [
  {
    reason: 'Links go to http, https, mailto, tel or within the site; others leave their text.',
    examples: [633, 634, 635],
  },
  {
    reason:
      'Raw HTML goes through the allow-list, which is stricter than the filter of GFM, and is balanced.',
    examples: [657],
  },
]
