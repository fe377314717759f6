import { sentenceOf } from '../app/connection'
import { usePostActions } from '../app/post-actions'
import { useDispatch, useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import type { ShownPosts } from './use-shown-posts'

/** What stands in the list when no post does. */
export function EmptyList({ shown }: { readonly shown: ShownPosts }) {
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const actions = usePostActions()
  if (shown.isLoading) return <div aria-busy />
  if (shown.error) {
    return (
      <Empty title="The posts can’t be read">
        <p role="alert">{sentenceOf(shown.error)}</p>
      </Empty>
    )
  }
  if (shown.query !== '') {
    return (
      <Empty title="Nothing found">
        <p>No post here has “{shown.query}”.</p>
        <Button onPress={() => dispatch({ do: 'search', text: '' })}>Clear search</Button>
      </Empty>
    )
  }
  if (place.kind === 'trash') {
    return (
      <Empty title="The trash is empty">
        <p>Posts that you move to the trash wait here.</p>
      </Empty>
    )
  }
  return (
    <Empty title={place.kind === 'published' ? 'Nothing published yet' : 'No posts yet'}>
      <p>Write your first, or bring in a folder of Markdown files.</p>
      <Button look="solid" onPress={() => void actions.create(place)}>
        Write a post
      </Button>
      <Button look="plain" onPress={() => dispatch({ do: 'open-dialog', dialog: 'import' })}>
        Import a folder…
      </Button>
    </Empty>
  )
}
