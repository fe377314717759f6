import { FileText, Pencil, Tag as TagIcon, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { sentenceOf } from '../app/connection'
import { type Tag, useTags } from '../app/library-view'
import { useDispatch } from '../app/workspace'
import { IconButton } from '../design/button'
import { Empty } from '../design/empty'
import { SearchField } from '../design/search-field'
import { useWords } from '../words/words'
import { DescribeTagDialog } from './describe-tag-dialog'
import { RemoveTagDialog } from './remove-tag-dialog'
import { RenameTagDialog } from './rename-tag-dialog'
import styles from './tags-view.module.css'

type Act = { readonly kind: 'rename' | 'describe' | 'remove'; readonly tag: Tag }

/** Every tag of the library: how many posts have it, what it is about, and what can be done with it. */
export function TagsView() {
  const { say, number } = useWords()
  const { data: tags, error } = useTags()
  const dispatch = useDispatch()
  const [typed, setTyped] = useState('')
  const [act, setAct] = useState<Act>()
  const shown = useMemo(() => {
    const words = typed.trim().toLocaleLowerCase()
    const isFound = ({ name, description }: Tag) =>
      `${name}\n${description}`.toLocaleLowerCase().includes(words)
    // The grid tells its rows apart by `id`.
    return (tags ?? []).filter(isFound).map((tag) => ({ ...tag, id: tag.name }))
  }, [tags, typed])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return
    const { key: name } = event.target.dataset
    const tag = tags?.find((candidate) => candidate.name === name)
    const kind = event.key === 'F2' ? 'rename' : event.key === 'Delete' ? 'remove' : undefined
    if (tag && kind) setAct({ kind, tag })
  }
  return (
    <main aria-label={say('Tags')} className={styles.view} data-pane="tags">
      <header className={styles.bar}>
        <h1 className={styles.title}>{say('Tags')}</h1>
        <span className={styles.total}>{tags ? number(tags.length) : ''}</span>
        <SearchField
          label={say('Search tags')}
          placeholder={say('Search tags')}
          className={styles.search}
          value={typed}
          onChange={setTyped}
        />
      </header>
      {error && (
        <Empty title={say('The tags can’t be read')}>
          <p role="alert">{sentenceOf(error)}</p>
        </Empty>
      )}
      {tags && shown.length === 0 && <NoTags isSearch={typed !== ''} />}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the rows in it.
        <div className={styles.scroller} onKeyDown={onKeyDown}>
          <GridList
            aria-label={say('Tags')}
            className={styles.list ?? ''}
            items={shown}
            data-pane-focus
            onAction={(key) => dispatch({ do: 'go', place: { kind: 'tag', tag: String(key) } })}
          >
            {(tag) => <TagRow tag={tag} onAct={(kind) => setAct({ kind, tag })} />}
          </GridList>
        </div>
      )}
      {act?.kind === 'rename' && <RenameTagDialog tag={act.tag} onClose={() => setAct(undefined)} />}
      {act?.kind === 'describe' && <DescribeTagDialog tag={act.tag} onClose={() => setAct(undefined)} />}
      {act?.kind === 'remove' && <RemoveTagDialog tag={act.tag} onClose={() => setAct(undefined)} />}
    </main>
  )
}

function TagRow({ tag, onAct }: { readonly tag: Tag; readonly onAct: (kind: Act['kind']) => void }) {
  const { say } = useWords()
  return (
    <GridListItem id={tag.name} textValue={tag.name} className={styles.row ?? ''}>
      <span className={styles.name}>{tag.name}</span>
      <span className={styles.count}>
        {say('{count, plural, one {# post} other {# posts}}', { count: tag.count })}
      </span>
      <span className={styles.description}>{tag.description}</span>
      <span className={styles.tools}>
        <IconButton
          label={say('Rename or merge {tag}', { tag: tag.name })}
          shortcut="F2"
          onPress={() => onAct('rename')}
        >
          <Pencil size={15} strokeWidth={1.75} />
        </IconButton>
        <IconButton label={say('Describe {tag}', { tag: tag.name })} onPress={() => onAct('describe')}>
          <FileText size={15} strokeWidth={1.75} />
        </IconButton>
        <IconButton
          label={say('Delete {tag}', { tag: tag.name })}
          shortcut={say('[key] Del')}
          onPress={() => onAct('remove')}
        >
          <Trash2 size={15} strokeWidth={1.75} />
        </IconButton>
      </span>
    </GridListItem>
  )
}

function NoTags({ isSearch }: { readonly isSearch: boolean }) {
  const { say } = useWords()
  return isSearch ? (
    <Empty title={say('Nothing found')}>
      <p>{say('No tag is called that.')}</p>
    </Empty>
  ) : (
    <Empty icon={<TagIcon size={28} strokeWidth={1.25} />} title={say('No tags yet')}>
      <p>{say('Give a post a tag, below its title, and it appears here.')}</p>
    </Empty>
  )
}
