import { CircleCheck, Image } from 'lucide-react'
import type { MediaFilter } from '../../api/contract'
import { sentenceOf } from '../app/connection'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
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
  if (shown.error) {
    return (
      <Empty title="The media can’t be read">
        <p role="alert">{sentenceOf(shown.error)}</p>
      </Empty>
    )
  }
  if (shown.counts === undefined) return <div aria-busy />
  if (query !== '' && shown.counts.all === 0) {
    return (
      <Empty title="Nothing found">
        <p>No file has “{query}” in its name.</p>
        <Button onPress={onClearSearch}>Clear search</Button>
      </Empty>
    )
  }
  const good = <CircleCheck size={28} strokeWidth={1.25} />
  if (filter === 'unused' && shown.counts.all > 0) {
    return (
      <Empty icon={good} title="Every file is used">
        <p>Files that no post refers to appear here.</p>
      </Empty>
    )
  }
  if (filter === 'missing-alt' && shown.counts.all > 0) {
    return (
      <Empty icon={good} title="Nothing is missing">
        <p>Every image in your posts has an alternative text for those who can’t see it.</p>
      </Empty>
    )
  }
  return (
    <Empty icon={<Image size={28} strokeWidth={1.25} />} title="No media yet">
      <p>Drop files here, or paste an image into a post.</p>
      <Button look="solid" onPress={onAdd}>
        Add files…
      </Button>
    </Empty>
  )
}
