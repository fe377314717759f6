import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type SiteSettings, siteSettingsSchema } from '../../document'
import { sentenceOf } from '../app/connection'
import { keys, useSiteSettings } from '../app/library-view'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Choice } from '../design/choice'
import { Dialog } from '../design/dialog'
import { Field } from '../design/field'
import styles from './site-settings-dialog.module.css'

type Text = 'title' | 'tagline' | 'baseUrl' | 'author' | 'language'
type Errors = Partial<Record<Text, string>>

const formId = 'site-settings-form'

/** The site's title, address and author; and how this screen looks. */
export function SiteSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { calls } = useServices()
  const queries = useQueryClient()
  const kept = useSiteSettings().data
  const [changes, setChanges] = useState<Partial<SiteSettings>>({})
  const [errors, setErrors] = useState<Errors>({})
  const [failure, setFailure] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  if (kept === undefined) return null

  const settings = { ...kept, ...changes }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const found = validate(settings)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setSaving(true)
    try {
      queries.setQueryData(keys.site, await calls.site.set(trim(settings)))
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setSaving(false)
    }
  }
  const field = (name: Text, label: string, hint?: string, placeholder?: string) => (
    <Field
      label={label}
      hint={hint}
      value={settings[name]}
      error={errors[name]}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(value) => {
        setChanges({ ...changes, [name]: value })
        setErrors({ ...errors, [name]: undefined })
      }}
    />
  )
  return (
    <Dialog
      title="Site settings"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="solid" type="submit" form={formId} isDisabled={isSaving}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        {field('title', 'Title')}
        {field('tagline', 'Tagline', 'A line below the title on the first page.')}
        {field(
          'baseUrl',
          'Base URL',
          'Where the site will live; feeds and search engines need it.',
          'https://example.org/blog/',
        )}
        {field('author', 'Author')}
        {field('language', 'Language', 'As browsers name it: en, de, pt-BR.')}
      </form>
      {failure !== undefined && <p role="alert">{failure}</p>}
      <ScreenSettings />
    </Dialog>
  )
}

function ScreenSettings() {
  const [appearance, setAppearance] = usePreference('appearance')
  const [font, setFont] = usePreference('editorFont')
  return (
    <section className={styles.screen}>
      <h3 className={styles.heading}>This screen</h3>
      <Choice
        label="Appearance"
        value={appearance}
        options={{ system: 'System', light: 'Light', dark: 'Dark' }}
        onChange={setAppearance}
      />
      <Choice
        label="Editor font"
        value={font}
        options={{ serif: 'Serif', mono: 'Monospace' }}
        onChange={setFont}
      />
    </section>
  )
}

const trim = (settings: SiteSettings): SiteSettings => ({
  ...settings,
  title: settings.title.trim(),
  tagline: settings.tagline.trim(),
  baseUrl: settings.baseUrl.trim(),
  author: settings.author.trim(),
  language: settings.language.trim(),
})

/** What is wrong, by field, in the words of the schema. */
function validate(settings: SiteSettings): Errors {
  const parsed = siteSettingsSchema.safeParse(trim(settings))
  if (parsed.success) return {}
  const errors: Errors = {}
  for (const issue of parsed.error.issues) {
    const name = issue.path[0] as Text
    errors[name] ??=
      name === 'baseUrl' ? 'A web address looks like https://example.org/ and has no query.' : issue.message
  }
  return errors
}
