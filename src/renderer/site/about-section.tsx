import { useWords } from '../words/words'
import { RowsEditor } from './rows-editor'
import { Section } from './section'
import { TextSetting } from './setting-fields'
import { useSetting } from './use-setting'

/** Whose site it is and what it is about. */
export function AboutSection() {
  const { say } = useWords()
  return (
    <>
      <Section title={say('The site')}>
        <TextSetting name="title" label={say('Title')} />
        <TextSetting
          name="tagline"
          label={say('Tagline')}
          hint={say('A line below the title on the first page.')}
        />
        <TextSetting
          name="language"
          label={say('Language')}
          hint={say('As browsers name it: en, de, pt-BR.')}
        />
        <TextSetting name="footer" label={say('Footer')} hint={say('A line at the foot of every page.')} />
      </Section>
      <Section title={say('The author')}>
        <TextSetting name="author" label={say('Author')} />
        <TextSetting
          name="fediverse"
          label={say('Fediverse name')}
          hint={say('Mastodon shows it with links to your posts.')}
          placeholder="@name@example.social"
        />
        <SocialLinks />
      </Section>
    </>
  )
}

function SocialLinks() {
  const { say } = useWords()
  const { value, troubles, error, set, leave } = useSetting('social')
  return (
    <RowsEditor
      label={say('Social links')}
      hint={say('Where else you are to be found; other sites can prove by them that both are yours.')}
      nameRow={(index) => say('link {number}', { number: String(index + 1) })}
      addLabel={say('Add a link')}
      columns={[
        { name: 'name', label: say('Name'), placeholder: 'Mastodon', share: 2 },
        { name: 'url', label: say('Address'), placeholder: 'https://…', share: 3 },
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
