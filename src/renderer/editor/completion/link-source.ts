import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { slugify } from '../../../document'
import type { Words } from '../../../words'
import { isInCode } from './in-code'
import type { LibraryLookup, LinkedFile, LinkedPost } from './library-lookup'
import { beforeCursor, type LinkPlace, linkPlaceIn } from './link-places'

/** Puts what was chosen into the text. */
type PutChoice = (view: EditorView, completion: Completion, from: number, to: number) => void

/** A choice that can go on with a heading: `#` puts this in its place and asks on. */
export interface LinkCompletion extends Completion {
  readonly beforeHeading?: string
  /** The address of a picture that is shown beside it. */
  readonly picture?: string
}

/** Posts by `[[` and as targets of links, headings after `#`, files and tags. */
export function linkSource(lookup: LibraryLookup, words: () => Words): CompletionSource {
  return (context) => {
    const before = beforeCursor(context.state, context.pos)
    const place = linkPlaceIn(before.text)
    if (place === undefined || isInCode(context.state, context.pos)) return null
    return answer(place, before.start, context, lookup, words())
  }
}

async function answer(
  place: LinkPlace,
  start: number,
  context: CompletionContext,
  lookup: LibraryLookup,
  words: Words,
): Promise<CompletionResult | null> {
  const options = await choices(place, context, lookup, words).catch((error: unknown) => {
    // The library is asked again with the next letter; an editor that complains of it would be in the way.
    console.warn('Nothing could be looked up for a link.', error)
    return []
  })
  return options.length === 0 ? null : { from: start + place.from, options, filter: false }
}

async function choices(
  place: LinkPlace,
  context: CompletionContext,
  lookup: LibraryLookup,
  words: Words,
): Promise<readonly LinkCompletion[]> {
  const stop = new AbortController()
  context.addEventListener('abort', () => stop.abort())
  switch (place.kind) {
    case 'wiki':
      return (await lookup.posts(place.query, stop.signal)).map((post) => ({
        ...describe(post, words),
        apply: putLink((title) => `[${title}](${post.slug}.md)`, post.title || post.slug),
        beforeHeading: `[[${post.slug}#`,
      }))
    case 'wiki-heading':
      return (await headings(place, lookup)).map(({ id, text }) => ({
        label: text,
        apply: putLink(
          (title) => `[${title}](${place.slug === '' ? '' : `${place.slug}.md`}#${encodeFragment(id)})`,
          text,
        ),
      }))
    case 'heading':
      return (await headings(place, lookup)).map(({ id, text }) => ({
        label: text,
        detail: `#${id}`,
        apply: putAddress(encodeFragment(id)),
      }))
    case 'target':
      return place.isImage
        ? (await lookup.files(nameIn(place.query), stop.signal)).filter(isImage).map(describeFile)
        : targets(place.query, stop.signal, lookup, words)
  }
}

async function targets(
  query: string,
  signal: AbortSignal,
  lookup: LibraryLookup,
  words: Words,
): Promise<readonly LinkCompletion[]> {
  const tag = /^\/(?:t(?:a(?:g(?:s(?:\/(.*))?)?)?)?)?$/.exec(query)
  if (tag) return tagChoices(tag[1] ?? '', lookup, words)
  if (/^(?:\.?\/)?media\//.test(query)) return (await lookup.files(nameIn(query), signal)).map(describeFile)
  const posts = await lookup.posts(query.replace(/\.md$/, '').replaceAll('-', ' '), signal)
  return posts.map((post) => ({
    ...describe(post, words),
    apply: putAddress(`${post.slug}.md`),
    beforeHeading: `${post.slug}.md#`,
  }))
}

async function tagChoices(query: string, lookup: LibraryLookup, words: Words) {
  const wanted = query.toLowerCase()
  return (await lookup.tags())
    .filter(({ name }) => name.toLowerCase().includes(wanted) || slugify(name).startsWith(wanted))
    .map(({ name, count }) => ({
      label: name,
      detail: words.say('{count, plural, one {# post} other {# posts}}', { count }),
      apply: putAddress(`/tags/${slugify(name)}/`),
    }))
}

async function headings(place: { readonly slug: string; readonly query: string }, lookup: LibraryLookup) {
  const wanted = place.query.toLowerCase()
  const found = await lookup.headings(place.slug)
  return found.filter(({ id, text }) => `${text}\n${id}`.toLowerCase().includes(wanted))
}

const describe = (post: LinkedPost, words: Words) => ({
  label: post.title || words.say('Untitled'),
  detail: post.status === 'draft' ? words.say('{slug} · draft', { slug: post.slug }) : post.slug,
})

const describeFile = ({ path, type }: LinkedFile): LinkCompletion => ({
  label: nameIn(path),
  ...(type.startsWith('image/') && { picture: `/${path}` }),
  apply: putAddress(path),
})

const isImage = ({ type }: LinkedFile) => type.startsWith('image/')
const nameIn = (path: string) => path.replace(/^(?:\.?\/)?media\//, '')

/** An id may have letters of any script; what would end the address is encoded. */
const encodeFragment = (id: string) => id.replace(/[\s()<>"\\%]/g, encodeURIComponent)

/** Puts a whole link in the place of `[[…`, and of the `]]` behind it where there is one. */
function putLink(link: (title: string) => string, title: string): PutChoice {
  const escaped = title.replace(/[[\]\\*_`<]/g, '\\$&')
  return (view, completion, from, to) => {
    const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to
    put(view, completion, { from, to: end, insert: link(escaped) })
  }
}

/** Puts an address into a link's round brackets, goes behind them, and closes them where nobody has. */
function putAddress(address: string): PutChoice {
  return (view, completion, from, to) => {
    const rest = view.state.sliceDoc(to, view.state.doc.lineAt(to).to)
    const line = view.state.doc.lineAt(from)
    const isDefinition = /^ {0,3}\[[^[\]]+\]: ?/.test(view.state.sliceDoc(line.from, from))
    if (isDefinition) return put(view, completion, { from, to, insert: address })
    const isClosed = rest.startsWith(')')
    put(view, completion, { from, to: isClosed ? to + 1 : to, insert: `${address})` })
  }
}

function put(
  view: EditorView,
  completion: Completion,
  changes: { readonly from: number; readonly to: number; readonly insert: string },
): void {
  view.dispatch({
    changes,
    selection: { anchor: changes.from + changes.insert.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}
