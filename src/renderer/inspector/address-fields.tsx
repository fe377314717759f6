import { hostOf, isSlug, siteDefaults, slugify } from '../../document'
import { useSiteSettings } from '../app/library-view'
import { usePostActions } from '../app/post-actions'
import { useWords } from '../words/words'
import { addressPrefix, slugIn } from './address-prefix'
import { CheckedField } from './checked-field'
import type { FieldProps } from './field-props'

/** Where the post will be, said while the slug is typed. */
export function SlugField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const { say } = useWords()
  const site = useSiteSettings().data ?? siteDefaults
  const prefix = addressPrefix(site.permalink, fields)
  const origin = site.baseUrl.replace(/\/$/, '')
  const hint = (typed: string) => {
    const slug = slugIn(typed)
    const address = `${origin}${prefix}${isSlug(slug) ? slug : slugify(slug)}${site.addresses === 'slash' ? '/' : ''}`
    return (
      <>
        {say('Address: {address}', { address })}
        {fields.wasPublished && slug !== fields.slug && ` ${say('Its former address leads to the new one.')}`}
      </>
    )
  }
  return (
    <CheckedField
      label={say('Slug')}
      value={fields.slug}
      isReadOnly={isReadOnly}
      hint={hint}
      property="slug"
      direction="ltr"
      save={async (text) => {
        const slug = slugIn(text)
        if (!isSlug(slug)) throw new Error(say('A slug has lower-case letters, digits and single hyphens.'))
        await actions.set(session.id, { slug })
      }}
    />
  )
}

/** Where the post first appeared, if that was elsewhere. */
export function CanonicalField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const { say } = useWords()
  return (
    <CheckedField
      label={say('Canonical address')}
      value={fields.canonicalUrl ?? ''}
      placeholder="https://"
      isReadOnly={isReadOnly}
      direction="ltr"
      hint={() => say('Only if it first appeared elsewhere: search engines are sent there.')}
      save={async (text) => {
        const url = text.trim()
        if (url !== '' && hostOf(url) === undefined)
          throw new Error(say('A web address looks like https://example.org/.'))
        await actions.set(session.id, { canonicalUrl: url === '' ? null : url })
      }}
    />
  )
}
