import { RowsEditor } from './rows-editor'
import { Section } from './section'
import { TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

/** Whose site it is and what it is about. */
export function AboutSection() {
  return (
    <>
      <Section title="The site">
        <TextSetting name="title" label="Title" />
        <TextSetting name="tagline" label="Tagline" hint="A line below the title on the first page." />
        <TextSetting name="language" label="Language" hint="As browsers name it: en, de, pt-BR." />
        <TextSetting name="footer" label="Footer" hint="A line at the foot of every page." />
      </Section>
      <Section title="The author">
        <TextSetting name="author" label="Author" />
        <TextSetting
          name="fediverse"
          label="Fediverse name"
          hint="Mastodon shows it with links to your posts."
          placeholder="@name@example.social"
        />
        <SocialLinks />
      </Section>
    </>
  )
}

function SocialLinks() {
  const { value, troubles, error, set, leave } = useSetting('social')
  return (
    <RowsEditor
      label="Social links"
      hint="Where else you are to be found; other sites can prove by them that both are yours."
      rowName="link"
      addLabel="Add a link"
      columns={[
        { name: 'name', label: 'Name', placeholder: 'Mastodon', share: 2 },
        { name: 'url', label: 'Address', placeholder: 'https://…', share: 3 },
      ]}
      rows={value}
      blank={{ name: '', url: 'https://' }}
      troubles={troubles}
      error={error}
      onChange={set}
      onLeave={leave}
    />
  )
}
