import { sentenceOf } from '../app/connection'
import type { List } from '../app/list-pages'
import { usePostActions } from '../app/post-actions'
import { useDispatch, useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'

/** What stands in the list when no post does. */
export function EmptyList({ list }: { readonly list: List }) {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const actions = usePostActions()
  if (list.isLoading) return <div aria-busy />
  if (list.error) {
    return (
      <Empty title={say('The posts can’t be read')}>
        <p role="alert">{sentenceOf(list.error)}</p>
      </Empty>
    )
  }
  if (list.source.typed !== '') {
    return (
      <Empty title={say('Nothing found')}>
        <p>{say('No post here has “{query}”.', { query: list.source.typed })}</p>
        <Button onPress={() => dispatch({ do: 'search', text: '' })}>{say('Clear search')}</Button>
      </Empty>
    )
  }
  if (place.kind === 'trash') {
    return (
      <Empty title={say('The trash is empty')}>
        <p>{say('Posts that you move to the trash wait here.')}</p>
      </Empty>
    )
  }
  if (place.kind === 'changed') {
    return (
      <Empty title={say('No unreleased changes')}>
        <p>{say('What you change in a published post shows here until you update the site.')}</p>
      </Empty>
    )
  }
  if (place.kind === 'filter') {
    return (
      <Empty title={say('Nothing found')}>
        <p>{say('No post fits “{query}”.', { query: place.filter.query })}</p>
      </Empty>
    )
  }
  if (place.kind === 'page') {
    return (
      <Empty title={say('No pages yet')}>
        <p>{say('A page, such as About, stands beside the posts and has a link at the top of the site.')}</p>
        <Button look="solid" onPress={() => void actions.create(place)}>
          {say('Write a page')}
        </Button>
      </Empty>
    )
  }
  return (
    <Empty title={place.kind === 'published' ? say('Nothing published yet') : say('No posts yet')}>
      <p>{say('Write your first, or bring in a folder of Markdown files.')}</p>
      <Button look="solid" onPress={() => void actions.create(place)}>
        {say('Write a post')}
      </Button>
      <Button look="plain" onPress={() => dispatch({ do: 'open-dialog', dialog: 'import' })}>
        {say('Import a folder…')}
      </Button>
    </Empty>
  )
}
