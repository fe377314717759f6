import { Choice } from '../design/choice'
import { Select } from '../design/select'
import { useWords } from '../words/words'
import { Section } from './section'
import { SwitchSetting, TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

/** What the site does for those who read it, and for programs that do. */
export function ReadersSection() {
  const { say } = useWords()
  return (
    <>
      <Section title={say('Finding')}>
        <SwitchSetting
          name="search"
          label={say('Search page')}
          hint={say('Searches all posts in the reader’s browser; nothing is sent anywhere.')}
        />
        <Related />
      </Section>
      <Section title={say('Feeds')}>
        <SwitchSetting
          name="tagFeeds"
          label={say('Feeds for each tag')}
          hint={say('For readers who follow one subject. The feeds of the whole site are always there.')}
        />
      </Section>
      <Section title={say('Pictures')}>
        <SwitchSetting
          name="images"
          label={say('Several sizes')}
          hint={say(
            'Each picture also in AVIF and WebP and in the widths that screens need. The first export takes longer.',
          )}
        />
        <SwitchSetting
          name="socialImages"
          label={say('Preview pictures')}
          hint={say('One for each post, which others show beside a link to it.')}
        />
      </Section>
      <Section title={say('Crawlers')}>
        <Crawlers />
      </Section>
      <Section
        title={say('Security contact')}
        hint={say('For people who find a hole in your site: security.txt is made when both are filled in.')}
      >
        <TextSetting
          name="securityContact"
          label={say('Contact')}
          placeholder="mailto:security@example.org"
          hint={say('A mailto: or https: address.')}
        />
        <TextSetting
          name="securityExpires"
          label={say('Valid until')}
          type="date"
          hint={say('At most a year from now.')}
        />
      </Section>
    </>
  )
}

const counts = [0, 1, 2, 3, 4, 5, 6]

function Related() {
  const { say } = useWords()
  const { value, set } = useSetting('related')
  return (
    <Select
      label={say('Related posts below each post')}
      value={String(value)}
      options={counts.map((count) => ({
        value: String(count),
        label: say('{count, plural, =0 {None} one {# post} other {# posts}}', { count }),
      }))}
      onChange={(count) => set(Number(count))}
    />
  )
}

function Crawlers() {
  const { say } = useWords()
  const { value, set } = useSetting('aiCrawlers')
  return (
    <Choice
      label={say('Crawlers that train language models')}
      value={value}
      options={{ allow: say('May read'), deny: say('Keep out') }}
      onChange={set}
    />
  )
}
