import { CircleCheck, Image } from 'lucide-react'
import type { MediaFilter } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'
import type { ShownMedia } from './use-media'

interface Props {
  readonly shown: ShownMedia
  readonly filter: MediaFilter
  readonly query: string
  readonly onAdd: () => void
  readonly onClearSearch: () => void
}

/** What stands in the place of pictures when there are none. */
export function EmptyMedia({ shown, filter, query, onAdd, onClearSearch }: Props) {
  const { say } = useWords()
  if (shown.error) {
    return (
      <Empty title={say('The media can’t be read')}>
        <p role="alert">{sentenceOf(shown.error)}</p>
      </Empty>
    )
  }
  if (shown.counts === undefined) return <div aria-busy />
  if (query !== '' && shown.counts.all === 0) {
    return (
      <Empty title={say('Nothing found')}>
        <p>{say('No file has “{query}” in its name.', { query })}</p>
        <Button onPress={onClearSearch}>{say('Clear search')}</Button>
      </Empty>
    )
  }
  const good = <CircleCheck size={28} strokeWidth={1.25} />
  if (filter === 'unused' && shown.counts.all > 0) {
    return (
      <Empty icon={good} title={say('Every file is used')}>
        <p>{say('Files that no post refers to appear here.')}</p>
      </Empty>
    )
  }
  if (filter === 'missing-alt' && shown.counts.all > 0) {
    return (
      <Empty icon={good} title={say('Nothing is missing')}>
        <p>{say('Every image in your posts has an alternative text for those who can’t see it.')}</p>
      </Empty>
    )
  }
  return (
    <Empty icon={<Image size={28} strokeWidth={1.25} />} title={say('No media yet')}>
      <p>{say('Drop files here, or paste an image into a post.')}</p>
      <Button look="solid" onPress={onAdd}>
        {say('Add files…')}
      </Button>
    </Empty>
  )
}
