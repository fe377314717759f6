import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { term } from '../../words'
import { useCounts } from '../app/library-view'
import { useNotices } from '../app/notices'
import { Choice } from '../design/choice'
import { Field } from '../design/field'
import { Select } from '../design/select'
import { drawRich, useWords } from '../words/words'
import styles from './addresses-section.module.css'
import { Section } from './section'
import { TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

const presets = [
  { value: '/posts/{slug}/', label: term('Posts in a folder: /posts/a-title/') },
  { value: '/{slug}/', label: term('The title alone: /a-title/') },
  { value: '/{year}/{slug}/', label: term('By year: /2026/a-title/') },
  { value: '/{year}/{month}/{slug}/', label: term('By month: /2026/11/a-title/') },
  { value: '/{year}/{month}/{day}/{slug}/', label: term('By day: /2026/11/24/a-title/') },
] as const
const own = 'own'

/** Where the site and its posts are. */
export function AddressesSection() {
  const { say } = useWords()
  return (
    <>
      <Section title={say('The site’s address')}>
        <TextSetting
          name="baseUrl"
          label={say('Base URL')}
          hint={say('Where the site will live; feeds and search engines need it.')}
          placeholder="https://example.org/blog/"
        />
      </Section>
      <Section title={say('Addresses of posts')}>
        <Permalink />
        <Endings />
        <Warning />
      </Section>
    </>
  )
}

function Permalink() {
  const { say, rich } = useWords()
  const { value, error, set, leave } = useSetting('permalink')
  const notify = useNotices()
  const [isOwn, setOwn] = useState(() => !presets.some((preset) => preset.value === value))
  const choose = (chosen: string) => {
    setOwn(chosen === own)
    if (chosen === own || chosen === value) return
    set(chosen)
    notify({
      text: say('Posts are now at {address}', { address: chosen }),
      action: {
        label: say('Undo'),
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
        label={say('Pattern')}
        value={isOwn ? own : value}
        options={[
          ...presets.map((preset) => ({ ...preset, label: say(preset.label) })),
          { value: own, label: say('A pattern of your own…') },
        ]}
        onChange={choose}
      />
      {isOwn && (
        <Field
          label={say('Your pattern')}
          hint={say('{slug} comes last; {year}, {month} and {day} are those of the post’s date.', {
            slug: '{slug}',
            year: '{year}',
            month: '{month}',
            day: '{day}',
          })}
          error={error}
          value={value}
          onChange={(text) => set(text, true)}
          onBlur={leave}
        />
      )}
      {error === undefined && (
        <p className={styles.example}>
          {drawRich(
            rich(
              'For example <code>{address}</code>',
              { code: (inside) => <code>{inside}</code> },
              { address: exampleOf(value) },
            ),
          )}
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
  const { say } = useWords()
  const { value, set } = useSetting('addresses')
  return (
    <>
      <Choice
        label={say('Addresses end')}
        value={value}
        options={{ slash: say('With a slash'), none: say('[slash] Without') }}
        onChange={set}
      />
      <p className={styles.example}>
        {value === 'slash'
          ? say('Every host serves /posts/a-title/, the folder with its index.html.')
          : say('The host must serve the file a-title.html for /posts/a-title; most can.')}
      </p>
    </>
  )
}

/** Others have linked to what is on the site. */
function Warning() {
  const { say } = useWords()
  const published = useCounts().data?.published ?? 0
  if (published === 0) return null
  return (
    <p className={styles.warning}>
      <TriangleAlert size={15} />
      <span>
        {say(
          'A change gives {published, plural, one {your published post another address} other {your # published posts other addresses}} with the next export. Links that others have made to the old ones lead nowhere then.',
          { published },
        )}
      </span>
    </p>
  )
}
