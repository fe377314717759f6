import { useId } from 'react'
import { siteDefaults } from '../../document'
import { sentenceOf } from '../app/connection'
import { useSiteSettings } from '../app/library-view'
import { useNotices } from '../app/notices'
import { usePostActions } from '../app/post-actions'
import { useDispatch } from '../app/workspace'
import { useWords } from '../words/words'
import { CheckedField } from './checked-field'
import styles from './checked-field.module.css'
import type { FieldProps } from './field-props'
import own from './inspector.module.css'

/** Whether it is one of the posts or a page beside them. */
export function KindField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const notify = useNotices()
  const { say } = useWords()
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {say('Kind')}
      </label>
      <select
        id={id}
        className={styles.input}
        value={fields.kind}
        disabled={isReadOnly}
        onChange={(event) => {
          const kind = event.target.value === 'page' ? 'page' : 'post'
          actions
            .set(session.id, { kind })
            .catch((error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }))
        }}
      >
        <option value="post">{say('Post')}</option>
        <option value="page">{say('Page')}</option>
      </select>
    </div>
  )
}

/** The series that the post is a part of, by name. */
export function SeriesField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const dispatch = useDispatch()
  const { say } = useWords()
  const { series } = fields
  return (
    <div className={own.withAct}>
      <CheckedField
        label={say('Series')}
        value={series ?? ''}
        placeholder={say('No series')}
        isReadOnly={isReadOnly}
        save={async (text) => {
          await actions.set(session.id, { series: text.trim() === '' ? null : text.trim() })
        }}
      />
      {series !== null && (
        <button
          type="button"
          className={own.act}
          onClick={() => dispatch({ do: 'go', place: { kind: 'series', series } })}
        >
          {say('Show the series {series}', { series })}
        </button>
      )}
    </div>
  )
}

/** In which language the post is, when that isn't the site's. */
export function LanguageField({ session, fields, isReadOnly }: FieldProps) {
  const actions = usePostActions()
  const words = useWords()
  const { say } = words
  const site = useSiteSettings().data ?? siteDefaults
  const name = (tag: string) => nameLanguage(tag, words.language)
  return (
    <CheckedField
      label={say('Language')}
      value={fields.language ?? ''}
      placeholder={site.language}
      isReadOnly={isReadOnly}
      direction="ltr"
      suggestions={commonLanguages}
      hint={(typed) => {
        const tag = typed.trim() || site.language
        const called = name(tag)
        if (called === undefined) return say('A language looks like en or pt-BR.')
        return typed.trim() === '' ? say('The site’s: {language}', { language: called }) : called
      }}
      save={async (text) => {
        const tag = text.trim()
        if (tag !== '' && name(tag) === undefined) throw new Error(say('A language looks like en or pt-BR.'))
        await actions.set(session.id, { language: tag === '' ? null : tag })
      }}
    />
  )
}

const commonLanguages = 'ar de en es fr he hi it ja ko nl pl pt pt-BR ru sv tr uk zh'.split(' ')

/** What a language is called; undefined for what is no tag of one. */
function nameLanguage(tag: string, inLanguage: string): string | undefined {
  if (!/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(tag)) return undefined
  try {
    return new Intl.DisplayNames(inLanguage === 'en-XB' ? 'en' : inLanguage, { type: 'language' }).of(tag)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
