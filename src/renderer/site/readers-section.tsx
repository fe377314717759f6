import { Choice } from '../design/choice'
import { Select } from '../design/select'
import { Section } from './section'
import { SwitchSetting, TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

/** What the site does for those who read it, and for programs that do. */
export function ReadersSection() {
  return (
    <>
      <Section title="Finding">
        <SwitchSetting
          name="search"
          label="Search page"
          hint="Searches all posts in the reader’s browser; nothing is sent anywhere."
        />
        <Related />
      </Section>
      <Section title="Feeds">
        <SwitchSetting
          name="tagFeeds"
          label="Feeds for each tag"
          hint="For readers who follow one subject. The feeds of the whole site are always there."
        />
      </Section>
      <Section title="Pictures">
        <SwitchSetting
          name="images"
          label="Several sizes"
          hint="Each picture also in AVIF and WebP and in the widths that screens need. The first export takes longer."
        />
        <SwitchSetting
          name="socialImages"
          label="Preview pictures"
          hint="One for each post, which others show beside a link to it."
        />
      </Section>
      <Section title="Crawlers">
        <Crawlers />
      </Section>
      <Section
        title="Security contact"
        hint="For people who find a hole in your site: security.txt is made when both are filled in."
      >
        <TextSetting
          name="securityContact"
          label="Contact"
          placeholder="mailto:security@example.org"
          hint="A mailto: or https: address."
        />
        <TextSetting name="securityExpires" label="Valid until" type="date" hint="At most a year from now." />
      </Section>
    </>
  )
}

const counts = [0, 1, 2, 3, 4, 5, 6].map((count) => ({
  value: String(count),
  label: count === 0 ? 'None' : count === 1 ? '1 post' : `${count} posts`,
}))

function Related() {
  const { value, set } = useSetting('related')
  return (
    <Select
      label="Related posts below each post"
      value={String(value)}
      options={counts}
      onChange={(count) => set(Number(count))}
    />
  )
}

function Crawlers() {
  const { value, set } = useSetting('aiCrawlers')
  return (
    <Choice
      label="Crawlers that train language models"
      value={value}
      options={{ allow: 'May read', deny: 'Keep out' }}
      onChange={set}
    />
  )
}
