import type { Token } from 'markdown-it'
import { escapeText } from './escape'
import type { Labels } from './labels'
import { written } from './parser/tokens'
import { plainText } from './text'

/** Something of another site that a reader may want to see in the page. */
export interface Embed {
  readonly kind: 'video' | 'post' | 'code'
  /** The other site as people call it: YouTube, Mastodon, … */
  readonly provider: string
  /** What a script may put in the link's place once a reader asks for it; absent where that would need one of theirs. */
  readonly frame?: string
}

interface Provider {
  readonly hosts: RegExp
  readonly find: (url: URL) => Embed | undefined
}

const parameter = (url: URL, name: RegExp) => name.exec(url.search)?.[1]

const youtube = (url: URL): Embed | undefined => {
  const id =
    url.host === 'youtu.be'
      ? /^\/([\w-]{11})$/.exec(url.pathname)?.[1]
      : url.pathname === '/watch'
        ? parameter(url, /[?&]v=([\w-]{11})(?=&|$)/)
        : /^\/(?:shorts|live|embed)\/([\w-]{11})\/?$/.exec(url.pathname)?.[1]
  if (id === undefined) return undefined
  const start = parameter(url, /[?&](?:t|start)=(\d{1,6})s?(?=&|$)/)
  const frame = `https://www.youtube-nocookie.com/embed/${id}${start === undefined ? '' : `?start=${start}`}`
  return { kind: 'video', provider: 'YouTube', frame }
}

const vimeo = (url: URL): Embed | undefined => {
  const [, id, hash] = /^\/(?:video\/)?(\d{5,12})(?:\/([0-9a-f]{8,12}))?\/?$/.exec(url.pathname) ?? []
  if (id === undefined) return undefined
  const frame = `https://player.vimeo.com/video/${id}?${hash === undefined ? '' : `h=${hash}&`}dnt=1`
  return { kind: 'video', provider: 'Vimeo', frame }
}

const at =
  (path: RegExp, kind: Embed['kind'], provider: string) =>
  (url: URL): Embed | undefined =>
    path.test(url.pathname) ? { kind, provider } : undefined

/** The first whose host and path fit. PeerTube and Mastodon are on many hosts, and known by their paths. */
const providers: readonly Provider[] = [
  { hosts: /^(?:(?:www\.|m\.)?youtube\.com|(?:www\.)?youtube-nocookie\.com|youtu\.be)$/, find: youtube },
  { hosts: /^(?:(?:www\.|player\.)?vimeo\.com)$/, find: vimeo },
  {
    hosts: /^(?:(?:www\.|mobile\.)?twitter\.com|(?:www\.)?x\.com)$/,
    find: at(/^\/\w{1,20}\/status\/\d{1,25}\/?$/, 'post', 'X'),
  },
  {
    hosts: /^bsky\.app$/,
    find: at(/^\/profile\/[\w.:-]{3,260}\/post\/[a-z0-9]{6,30}\/?$/, 'post', 'Bluesky'),
  },
  {
    hosts: /^gist\.github\.com$/,
    find: at(/^\/(?:[\w-]{1,40}\/)?[0-9a-f]{20,40}\/?$/, 'code', 'GitHub Gist'),
  },
  { hosts: /^codepen\.io$/, find: at(/^\/[\w-]{1,80}\/pen\/[A-Za-z]{5,12}\/?$/, 'code', 'CodePen') },
  { hosts: /\./, find: at(/^\/@\w{1,60}(?:@[\w.-]{3,100})?\/\d{15,20}\/?$/, 'post', 'Mastodon') },
  {
    hosts: /\./,
    find: at(
      /^\/(?:w\/[A-Za-z0-9]{21,22}|videos\/watch\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
      'video',
      'PeerTube',
    ),
  },
]

/** What an address shows, judged by the address alone; undefined when it is an address like any other. */
export function findEmbed(href: string): Embed | undefined {
  // Neither a port nor a user: an address that looks like one of theirs has to be one of theirs.
  if (!/^https?:\/\/[a-z0-9.-]+\/[!-~]*$/i.test(href) || href.length > 500) return undefined
  const url = readUrl(href)
  if (url === undefined) return undefined
  return providers.reduce<Embed | undefined>(
    (found, { hosts, find }) => found ?? (hosts.test(url.host) ? find(url) : undefined),
    undefined,
  )
}

function readUrl(href: string): URL | undefined {
  try {
    return new URL(href)
  } catch {
    // Such as an IP address of five numbers: it is no place at all.
    return undefined
  }
}

/**
 * Marks the paragraphs of the page that are one link to something that could be shown in its place: they
 * become quiet blocks, whose link loads nothing. A word beside the link, and it stays a link like any other.
 */
export function markEmbeds(tokens: readonly Token[], labels: Labels): void {
  tokens.forEach((inline, index) => {
    const open = tokens[index - 1]
    if (inline.type !== 'inline' || open?.type !== 'paragraph_open' || open.level !== 0) return
    const [link, ...rest] = inline.children ?? []
    const close = rest.pop()
    if (link?.type !== 'link_open' || close?.type !== 'link_close') return
    const hasOther = rest.some(({ type }) => !/^(?:text|code_inline|softbreak|em_|strong_|del_)/.test(type))
    if (hasOther) return
    const href = String(link.attrGet('href') ?? '')
    const embed = findEmbed(href)
    if (embed !== undefined)
      writeEmbed(open, inline, embed, labels, plainText(rest) === href || link.info === 'auto')
  })
}

function writeEmbed(open: Token, inline: Token, embed: Embed, labels: Labels, isBare: boolean): void {
  const [link, ...rest] = inline.children ?? []
  const close = rest.pop()
  if (!link || !close) return
  open.attrSet('class', `embed embed-${embed.kind}`)
  if (embed.frame !== undefined) link.attrSet('data-embed', embed.frame)
  const name = labels.embeds[embed.kind].replace('%', () => embed.provider)
  inline.children = isBare
    ? [link, written(escapeText(name)), close]
    : [link, ...rest, close, written(` <span class="embed-provider">${escapeText(embed.provider)}</span>`)]
}
