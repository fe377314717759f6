/** A heading that a link may lead to. */
export interface PostHeading {
  readonly id: string
  readonly text: string
}

/** The headings of a rendered page with the ids that the site gives them. Its HTML is read in a document of its own, where nothing runs. */
export function headingsIn(blocks: readonly string[]): readonly PostHeading[] {
  const headings = blocks.filter((html) => /^<h[1-6][\s>]/.test(html))
  if (headings.length === 0) return []
  const page = new DOMParser().parseFromString(headings.join(''), 'text/html')
  // The sign beside each that links to it.
  for (const link of page.querySelectorAll('a.permalink')) link.remove()
  return [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap(({ id, textContent }) =>
    id === '' ? [] : [{ id, text: textContent.replace(/\s+/g, ' ').trim() }],
  )
}
