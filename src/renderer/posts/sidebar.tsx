import { Download, FileText, Globe, type LucideIcon, Pencil, Settings2, Trash2, Upload } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { useLivePosts, useSiteSettings, useTrashedPosts } from '../app/library-view'
import { type Place, useDispatch, useWorkspace } from '../app/workspace'
import { countPosts } from './filter-posts'
import styles from './sidebar.module.css'

/** The places of the library on the left, and what concerns the site as a whole below them. */
export function Sidebar() {
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const live = useLivePosts().data
  const trashed = useTrashedPosts().data
  const site = useSiteSettings().data
  const counts = useMemo(() => countPosts(live ?? []), [live])
  const item = (
    kind: 'all' | 'draft' | 'published' | 'trash',
    label: string,
    icon: LucideIcon,
    count: number,
  ) => (
    <PlaceButton
      label={label}
      icon={icon}
      count={count}
      isCurrent={place.kind === kind}
      onPress={() => dispatch({ do: 'go', place: { kind } })}
    />
  )
  return (
    <nav aria-label="Library" className={styles.sidebar} data-pane="sidebar">
      <p className={styles.site}>{site?.title || 'Longhand'}</p>
      <ul className={styles.places}>
        {item('all', 'All posts', FileText, counts.all)}
        {item('draft', 'Drafts', Pencil, counts.draft)}
        {item('published', 'Published', Globe, counts.published)}
        {item('trash', 'Trash', Trash2, trashed?.length ?? 0)}
      </ul>
      <TagList tags={counts.tags} place={place} />
      <SiteActions />
    </nav>
  )
}

interface PlaceButtonProps {
  readonly label: string
  readonly icon?: LucideIcon
  readonly count: number
  readonly isCurrent: boolean
  readonly onPress: () => void
}

function PlaceButton({ label, icon: Icon, count, isCurrent, onPress }: PlaceButtonProps) {
  return (
    <li>
      <Button
        className={styles.place ?? ''}
        aria-label={label}
        aria-description={count === 1 ? '1 post' : `${count} posts`}
        onPress={onPress}
        {...(isCurrent ? { 'aria-current': 'page', 'data-pane-focus': true } : {})}
      >
        {Icon ? <Icon size={15} strokeWidth={1.75} /> : <span className={styles.hash}>#</span>}
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count > 0 ? count : ''}</span>
      </Button>
    </li>
  )
}

function TagList({
  tags,
  place,
}: {
  readonly tags: readonly { name: string; count: number }[]
  readonly place: Place
}) {
  const dispatch = useDispatch()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are places to go to.
    <div role="group" aria-labelledby="sidebar-tags" className={styles.tags}>
      <h2 id="sidebar-tags" className={styles.heading}>
        Tags
      </h2>
      {tags.length === 0 && <p className={styles.none}>Tags of your posts appear here.</p>}
      <ul>
        {tags.map(({ name, count }) => (
          <PlaceButton
            key={name}
            label={name}
            count={count}
            isCurrent={place.kind === 'tag' && place.tag === name}
            onPress={() => dispatch({ do: 'go', place: { kind: 'tag', tag: name } })}
          />
        ))}
      </ul>
    </div>
  )
}

function SiteActions() {
  const dispatch = useDispatch()
  const action = (dialog: 'site-settings' | 'import' | 'export', label: string, Icon: LucideIcon) => (
    <Button className={styles.place ?? ''} onPress={() => dispatch({ do: 'open-dialog', dialog })}>
      <Icon size={15} strokeWidth={1.75} />
      <span className={styles.label}>{label}</span>
    </Button>
  )
  return (
    <div className={styles.actions}>
      {action('site-settings', 'Site settings…', Settings2)}
      {action('import', 'Import…', Download)}
      {action('export', 'Export site…', Upload)}
    </div>
  )
}
