import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react'
import type { SortBy } from '../app/list-request'
import { usePreference } from '../app/preferences'
import { IconButton } from '../design/button'
import { MenuButton, OneOf } from '../design/menu'

const names = { date: 'Date', edited: 'Last edited', title: 'Title', words: 'Words' } as const

const orders = {
  date: { descending: 'Newest first', ascending: 'Oldest first' },
  edited: { descending: 'Newest first', ascending: 'Oldest first' },
  title: { ascending: 'A to Z', descending: 'Z to A' },
  words: { descending: 'Most first', ascending: 'Fewest first' },
} as const

/** In which order lists are; remembered. */
export function SortMenu() {
  const [by, setBy] = usePreference('sortBy')
  const [isDescending, setDescending] = usePreference('sortDescending')
  const Icon = isDescending ? ArrowDownWideNarrow : ArrowDownNarrowWide
  const choose = (next: SortBy) => {
    setBy(next)
    // Each begins with what one looks for first: the latest, the longest, the letter A.
    if (next !== by) setDescending(next !== 'title')
  }
  return (
    <MenuButton
      label="Sort"
      trigger={
        <IconButton label="Sort posts">
          <Icon size={16} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <OneOf title="Sort by" value={by} options={names} onChange={choose} />
      <OneOf
        title="Order"
        value={isDescending ? 'descending' : 'ascending'}
        options={orders[by]}
        onChange={(order: 'ascending' | 'descending') => setDescending(order === 'descending')}
      />
    </MenuButton>
  )
}
