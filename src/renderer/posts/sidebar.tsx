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
import { type Term, term } from '../../words'
import { useCounts, useSiteSettings } from '../app/library-view'
import { type Place, useDispatch, useWorkspace } from '../app/workspace'
import { useWords } from '../words/words'
import { FilterList } from './filter-list'
import { PlaceButton } from './place-button'
import styles from './sidebar.module.css'
import { TagList } from './tag-list'

type PlainKind = Extract<
  Place['kind'],
  'all' | 'draft' | 'published' | 'changed' | 'page' | 'trash' | 'media'
>

const places: readonly (readonly [PlainKind, Term, LucideIcon])[] = [
  ['all', term('All posts'), FileText],
  ['draft', term('Drafts'), Pencil],
  ['published', term('Published'), Globe],
  ['changed', term('Changed'), CircleDot],
  ['page', term('Pages'), File],
  ['media', term('Media'), Images],
  ['trash', term('Trash'), Trash2],
]

/** The places of the library on the left, and what concerns the site as a whole below them. */
export function Sidebar() {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const counts = useCounts().data
  const site = useSiteSettings().data
  return (
    <nav aria-label={say('Library')} className={styles.sidebar} data-pane="sidebar" data-goes-away>
      <p className={styles.site}>{site?.title || 'Longhand'}</p>
      <div className={styles.scroller}>
        <ul className={styles.places}>
          {places.map(([kind, label, icon]) => (
            <PlaceButton
              key={kind}
              label={say(label)}
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
  const { say } = useWords()
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
          label={say('Site')}
          icon={PanelsTopLeft}
          isCurrent={place.kind === 'site'}
          onPress={() => dispatch({ do: 'go', place: { kind: 'site' } })}
        />
      </ul>
      {action('import', say('Import…'), Download)}
      {action('export', say('Export site…'), Upload)}
      {action('settings', say('Settings…'), Settings2)}
    </div>
  )
}
