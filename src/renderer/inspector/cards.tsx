import { type ReactNode, useEffect, useState } from 'react'
import { hostOf, isSlug, type PostId, readingMinutes, siteDefaults, slugify } from '../../document'
import { useSiteSettings } from '../app/library-view'
import { useRestedValue } from '../app/live-value'
import { usePost } from '../app/use-post'
import type { DraftFields } from '../drafts/use-draft'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import { addressPrefix } from './address-prefix'
import { beginningOf } from './beginning-of'
import styles from './cards.module.css'
import { cutForSearch } from './summary-length'

interface Props {
  readonly id: PostId
  readonly fields: DraftFields
  readonly rendering: SidePaneProps['rendering']
}

/** How the post looks to those who find it: on the site's index, in a search engine, beside a shared link. */
export function Cards({ id, fields, rendering }: Props) {
  const { say, date: write } = useWords()
  const site = useSiteSettings().data ?? siteDefaults
  const rendered = useRestedValue(rendering)
  const title = fields.title || say('Untitled')
  const description = fields.summary.trim() || beginningOf(rendered)
  const isPage = fields.kind === 'page'
  const day = write(new Date(fields.date.slice(0, 10)), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const minutes = readingMinutes(rendered?.words ?? 0)
  const cover = fields.cover !== null && <img src={`/${fields.cover}`} alt="" className={styles.cover} />
  return (
    <section aria-label={say('How it will look')} className={styles.cards}>
      {!isPage && (
        <Card caption={say('On the index')}>
          <div className={styles.index}>
            {cover}
            <strong dir="auto" className={styles.indexTitle}>
              {title}
            </strong>
            <p dir="auto" className={styles.summary}>
              {description}
            </p>
            <p className={styles.quiet}>
              {day} · {say('{minutes} min read', { minutes })}
            </p>
          </div>
        </Card>
      )}
      <Card caption={say('In a search result')}>
        <div className={styles.found}>
          <span className={styles.quiet}>{crumbs(site, fields)}</span>
          <strong dir="auto" className={styles.foundTitle}>
            {cutForSearch(`${title} – ${site.title}`, 60)}
          </strong>
          <p dir="auto">{cutForSearch(description)}</p>
        </div>
      </Card>
      <Card caption={say('When it is shared')}>
        <div className={styles.shared}>
          <SocialPicture id={id} title={title} cover={fields.cover} />
          <div className={styles.sharedWords}>
            <span className={styles.quiet}>{hostOf(site.baseUrl) ?? site.title}</span>
            <strong dir="auto">{title}</strong>
            <p dir="auto" className={styles.oneLine}>
              {description}
            </p>
          </div>
        </div>
      </Card>
    </section>
  )
}

function Card({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    <figure className={styles.card}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {children}
    </figure>
  )
}

/** The picture that the site makes for the post, drawn by the same program. */
function SocialPicture({ id, title, cover }: Pick<Props, 'id'> & { title: string; cover: string | null }) {
  const { say } = useWords()
  const site = useSiteSettings().data ?? siteDefaults
  const post = usePost(id)
  const look = JSON.stringify([post?.title, post?.date, site])
  const [failed, setFailed] = useState('')
  const shown = useRested(look)
  if (site.socialImages && failed !== shown)
    return (
      <img
        src={`/social/${id}?${hashOf(shown)}`}
        alt={say('The title “{title}” as a picture', { title })}
        width={1200}
        height={630}
        className={styles.social}
        onError={() => setFailed(shown)}
      />
    )
  return cover === null ? null : <img src={`/${cover}`} alt="" className={styles.social} />
}

/** A value once it has stayed for a moment: nothing is drawn for every letter. */
function useRested(value: string, restMs = 700): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}

/** A short name for what a picture shows, so that a browser asks again when that changes. */
function hashOf(text: string): string {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return (hash >>> 0).toString(36)
}

/** An address as search engines write it: `example.org › posts › slug`. */
function crumbs(site: typeof siteDefaults, fields: DraftFields): string {
  const slug = isSlug(fields.slug) ? fields.slug : slugify(fields.slug)
  const path = `${addressPrefix(site.permalink, fields)}${slug}`
  return [hostOf(site.baseUrl) ?? site.title, ...path.split('/').filter(Boolean)].join(' › ')
}
