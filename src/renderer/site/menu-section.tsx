import { ChevronDown } from 'lucide-react'
import { Button } from '../design/button'
import { Item, MenuButton } from '../design/menu'
import { useWords } from '../words/words'
import { RowsEditor } from './rows-editor'
import { Section } from './section'
import { usePreviewedSite } from './use-previewed-site'
import { useSetting } from './use-setting'

/** The links at the top of every page. */
export function MenuSection() {
  const { say } = useWords()
  const { value, troubles, error, set, leave } = useSetting('menu')
  const pages = usePreviewedSite()?.pages ?? []
  const known = pages.filter(({ kind }) => kind !== 'not-found' && kind !== 'post')
  return (
    <Section title={say('Menu')} hint={say('The links at the top of every page.')}>
      {value.length === 0 && (
        <p>
          {say(
            'Now it makes itself: your pages, the tags and the archive. Add an entry, and it is as you say from then on.',
          )}
        </p>
      )}
      <RowsEditor
        label={say('Entries')}
        hint={say(
          'A link is an address of this site, such as /tags/, or a web address. Alt and an arrow move an entry.',
        )}
        nameRow={(index) => say('entry {number}', { number: String(index + 1) })}
        addLabel={say('Add an entry')}
        columns={[
          { name: 'label', label: say('Label'), share: 2 },
          { name: 'link', label: say('Link'), placeholder: '/about/', share: 3 },
        ]}
        rows={value}
        blank={{ label: '', link: '/' }}
        troubles={troubles}
        error={error}
        onChange={set}
        onLeave={leave}
        ways={
          <MenuButton
            label={say('Add a page of the site')}
            trigger={
              <Button>
                {say('Add a page')} <ChevronDown size={14} />
              </Button>
            }
          >
            {known.map(({ path, title }) => (
              <Item
                key={path}
                name={title}
                onAction={() => set([...value, { label: title.replace(/^Tag: /, ''), link: path }])}
              />
            ))}
          </MenuButton>
        }
      />
    </Section>
  )
}
