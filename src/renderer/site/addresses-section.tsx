import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useCounts } from '../app/library-view'
import { useNotices } from '../app/notices'
import { Choice } from '../design/choice'
import { Field } from '../design/field'
import { Select } from '../design/select'
import styles from './addresses-section.module.css'
import { Section } from './section'
import { TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

const presets = [
  { value: '/posts/{slug}/', label: 'Posts in a folder: /posts/a-title/' },
  { value: '/{slug}/', label: 'The title alone: /a-title/' },
  { value: '/{year}/{slug}/', label: 'By year: /2026/a-title/' },
  { value: '/{year}/{month}/{slug}/', label: 'By month: /2026/11/a-title/' },
  { value: '/{year}/{month}/{day}/{slug}/', label: 'By day: /2026/11/24/a-title/' },
] as const
const own = 'own'

/** Where the site and its posts are. */
export function AddressesSection() {
  return (
    <>
      <Section title="The site’s address">
        <TextSetting
          name="baseUrl"
          label="Base URL"
          hint="Where the site will live; feeds and search engines need it."
          placeholder="https://example.org/blog/"
        />
      </Section>
      <Section title="Addresses of posts">
        <Permalink />
        <Endings />
        <Warning />
      </Section>
    </>
  )
}

function Permalink() {
  const { value, error, set, leave } = useSetting('permalink')
  const notify = useNotices()
  const [isOwn, setOwn] = useState(() => !presets.some((preset) => preset.value === value))
  const choose = (chosen: string) => {
    setOwn(chosen === own)
    if (chosen === own || chosen === value) return
    set(chosen)
    notify({
      text: `Posts are now at ${chosen}`,
      action: {
        label: 'Undo',
        run: () => {
          set(value)
          setOwn(!presets.some((preset) => preset.value === value))
        },
      },
    })
  }
  return (
    <>
      <Select
        label="Pattern"
        value={isOwn ? own : value}
        options={[...presets, { value: own, label: 'A pattern of your own…' }]}
        onChange={choose}
      />
      {isOwn && (
        <Field
          label="Your pattern"
          hint="{slug} comes last; {year}, {month} and {day} are those of the post’s date."
          error={error}
          value={value}
          onChange={(text) => set(text, true)}
          onBlur={leave}
        />
      )}
      {error === undefined && (
        <p className={styles.example}>
          For example <code>{exampleOf(value)}</code>
        </p>
      )}
    </>
  )
}

const exampleOf = (pattern: string) =>
  pattern
    .trim()
    .replace('{slug}', 'what-the-save-button-was-for')
    .replaceAll('{year}', '2026')
    .replaceAll('{month}', '11')
    .replaceAll('{day}', '24')

function Endings() {
  const { value, set } = useSetting('addresses')
  return (
    <>
      <Choice
        label="Addresses end"
        value={value}
        options={{ slash: 'With a slash', none: 'Without' }}
        onChange={set}
      />
      <p className={styles.example}>
        {value === 'slash'
          ? 'Every host serves /posts/a-title/, the folder with its index.html.'
          : 'The host must serve the file a-title.html for /posts/a-title; most can.'}
      </p>
    </>
  )
}

/** Others have linked to what is on the site. */
function Warning() {
  const published = useCounts().data?.published ?? 0
  if (published === 0) return null
  return (
    <p className={styles.warning}>
      <TriangleAlert size={15} />
      <span>
        A change gives{' '}
        {published === 1
          ? 'your published post another address'
          : `your ${published.toLocaleString()} published posts other addresses`}{' '}
        with the next export. Links that others have made to the old ones lead nowhere then.
      </span>
    </p>
  )
}
