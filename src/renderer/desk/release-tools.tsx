import { Check, ChevronDown } from 'lucide-react'
import type { PostSummary } from '../../document'
import { usePostActions } from '../app/post-actions'
import { useDispatch } from '../app/workspace'
import { Button, IconButton } from '../design/button'
import { Item, MenuButton } from '../design/menu'
import { useWords } from '../words/words'
import styles from './release-tools.module.css'
import { useReleaseActions } from './use-release'

/** What a post can do towards the site: Publish a draft, Update one with changes, or nothing but be there. */
export function ReleaseTools({ post }: { readonly post: PostSummary }) {
  const { say } = useWords()
  const actions = usePostActions()
  const releases = useReleaseActions()
  if (post.status === 'draft') {
    return (
      <Button look="solid" onPress={() => void actions.setStatus(post.id, 'published')}>
        {say('Publish')}
      </Button>
    )
  }
  if (!post.hasChanges) return <Published post={post} />
  return (
    <span className={styles.pair}>
      <Button look="solid" onPress={() => void releases.update(post.id)}>
        {say('Update')}
      </Button>
      <ChangesMenu post={post} />
    </span>
  )
}

function Published({ post }: { readonly post: PostSummary }) {
  const { say } = useWords()
  const actions = usePostActions()
  const trigger = (
    <Button look="outline">
      <Check size={14} aria-hidden className={styles.good} />
      Published
      <ChevronDown size={13} aria-hidden />
    </Button>
  )
  return (
    <MenuButton label={say('Published post')} trigger={trigger}>
      <Item name={say('Unpublish')} onAction={() => void actions.setStatus(post.id, 'draft')} />
    </MenuButton>
  )
}

function ChangesMenu({ post }: { readonly post: PostSummary }) {
  const { say } = useWords()
  const actions = usePostActions()
  const dispatch = useDispatch()
  const trigger = (
    <IconButton label={say('Release options')}>
      <ChevronDown size={15} />
    </IconButton>
  )
  return (
    <MenuButton label={say('Release options')} trigger={trigger}>
      <Item
        name={say('See changes')}
        onAction={() => dispatch({ do: 'show-history', place: { version: 'released', mode: 'changes' } })}
      />
      <Item
        name={say('Discard changes…')}
        onAction={() => dispatch({ do: 'open-dialog', dialog: 'discard-changes' })}
      />
      <Item name={say('Unpublish')} onAction={() => void actions.setStatus(post.id, 'draft')} />
    </MenuButton>
  )
}
