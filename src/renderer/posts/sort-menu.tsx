import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react'
import { type Term, term } from '../../words'
import type { SortBy } from '../app/list-request'
import { usePreference } from '../app/preferences'
import { IconButton } from '../design/button'
import { MenuButton, OneOf } from '../design/menu'
import { useWords } from '../words/words'

const names = {
  date: term('Date'),
  edited: term('Last edited'),
  title: term('Title'),
  words: term('Words'),
} as const

const orders = {
  date: { descending: term('Newest first'), ascending: term('Oldest first') },
  edited: { descending: term('Newest first'), ascending: term('Oldest first') },
  title: { ascending: term('A to Z'), descending: term('Z to A') },
  words: { descending: term('Most first'), ascending: term('Fewest first') },
} as const

/** In which order lists are; remembered. */
export function SortMenu() {
  const { say } = useWords()
  /** The same with its terms said. */
  const sayAll = <Name extends string>(terms: Readonly<Record<Name, Term>>) =>
    Object.fromEntries(Object.entries<Term>(terms).map(([name, text]) => [name, say(text)])) as Record<
      Name,
      string
    >
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
      label={say('Sort')}
      trigger={
        <IconButton label={say('Sort posts')}>
          <Icon size={16} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <OneOf title={say('Sort by')} value={by} options={sayAll(names)} onChange={choose} />
      <OneOf
        title={say('Order')}
        value={isDescending ? 'descending' : 'ascending'}
        options={sayAll(orders[by])}
        onChange={(order: 'ascending' | 'descending') => setDescending(order === 'descending')}
      />
    </MenuButton>
  )
}
