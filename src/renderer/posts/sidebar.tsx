import {
  CircleDot,
  Download,
  File,
  FileText,
  Globe,
  Images,
  type LucideIcon,
  PanelsTopLeft,
  Pencil,
  Settings2,
  Trash2,
  Upload,
} from 'lucide-react'
import { Button } from 'react-aria-components'
import { useCounts, useSiteSettings } from '../app/library-view'
import { type Place, useDispatch, useWorkspace } from '../app/workspace'
import { FilterList } from './filter-list'
import { PlaceButton } from './place-button'
import styles from './sidebar.module.css'
import { TagList } from './tag-list'

type PlainKind = Extract<
  Place['kind'],
  'all' | 'draft' | 'published' | 'changed' | 'page' | 'trash' | 'media'
>

const places: readonly (readonly [PlainKind, string, LucideIcon])[] = [
  ['all', 'All posts', FileText],
  ['draft', 'Drafts', Pencil],
  ['published', 'Published', Globe],
  ['changed', 'Changed', CircleDot],
  ['page', 'Pages', File],
  ['media', 'Media', Images],
  ['trash', 'Trash', Trash2],
]

/** The places of the library on the left, and what concerns the site as a whole below them. */
export function Sidebar() {
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const counts = useCounts().data
  const site = useSiteSettings().data
  return (
    <nav aria-label="Library" className={styles.sidebar} data-pane="sidebar" data-goes-away>
      <p className={styles.site}>{site?.title || 'Longhand'}</p>
      <div className={styles.scroller}>
        <ul className={styles.places}>
          {places.map(([kind, label, icon]) => (
            <PlaceButton
              key={kind}
              label={label}
              icon={icon}
              count={kind === 'media' ? undefined : (counts?.[kind] ?? 0)}
              isCurrent={place.kind === kind}
              onPress={() => dispatch({ do: 'go', place: { kind } })}
            />
          ))}
        </ul>
        <FilterList />
        <TagList />
      </div>
      <SiteActions />
    </nav>
  )
}

function SiteActions() {
  const dispatch = useDispatch()
  const { place } = useWorkspace()
  const action = (dialog: 'settings' | 'import' | 'export', label: string, Icon: LucideIcon) => (
    <Button className={styles.place ?? ''} onPress={() => dispatch({ do: 'open-dialog', dialog })}>
      <Icon size={15} strokeWidth={1.75} />
      <span className={styles.label}>{label}</span>
    </Button>
  )
  return (
    <div className={styles.actions}>
      <ul>
        <PlaceButton
          label="Site"
          icon={PanelsTopLeft}
          isCurrent={place.kind === 'site'}
          onPress={() => dispatch({ do: 'go', place: { kind: 'site' } })}
        />
      </ul>
      {action('import', 'Import…', Download)}
      {action('export', 'Export site…', Upload)}
      {action('settings', 'Settings…', Settings2)}
    </div>
  )
}
