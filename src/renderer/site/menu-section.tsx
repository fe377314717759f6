import { ChevronDown } from 'lucide-react'
import { Button } from '../design/button'
import { Item, MenuButton } from '../design/menu'
import { RowsEditor } from './rows-editor'
import { Section } from './section'
import { usePreviewedSite } from './use-previewed-site'
import { useSetting } from './use-setting'

/** The links at the top of every page. */
export function MenuSection() {
  const { value, troubles, error, set, leave } = useSetting('menu')
  const pages = usePreviewedSite()?.pages ?? []
  const known = pages.filter(({ kind }) => kind !== 'not-found' && kind !== 'post')
  return (
    <Section title="Menu" hint="The links at the top of every page.">
      {value.length === 0 && (
        <p>
          Now it makes itself: your pages, the tags and the archive. Add an entry, and it is as you say from
          then on.
        </p>
      )}
      <RowsEditor
        label="Entries"
        hint="A link is an address of this site, such as /tags/, or a web address. Alt and an arrow move an entry."
        rowName="entry"
        addLabel="Add an entry"
        columns={[
          { name: 'label', label: 'Label', share: 2 },
          { name: 'link', label: 'Link', placeholder: '/about/', share: 3 },
        ]}
        rows={value}
        blank={{ label: '', link: '/' }}
        troubles={troubles}
        error={error}
        onChange={set}
        onLeave={leave}
        ways={
          <MenuButton
            label="Add a page of the site"
            trigger={
              <Button>
                Add a page <ChevronDown size={14} />
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
