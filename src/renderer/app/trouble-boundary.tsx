import { Component, type ReactNode } from 'react'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly isBroken: boolean
}

/**
 * Keeps a part of the screen that fails from taking the rest with it: what is typed is in `drafts`, out of its
 * reach. Only a class can catch what its children throw.
 */
export class TroubleBoundary extends Component<Props, State> {
  override readonly state: State = { isBroken: false }

  static getDerivedStateFromError(): State {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error('A part of the screen failed.', error)
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return <Broken onRetry={() => this.setState({ isBroken: false })} />
  }
}

function Broken({ onRetry }: { readonly onRetry: () => void }) {
  const { say } = useWords()
  return (
    <div role="alert">
      <Empty title={say('This part of the screen stopped')}>
        <p>{say('What you have written is kept. If it stops again, close the window and open it anew.')}</p>
        <Button onPress={onRetry}>{say('Try again')}</Button>
      </Empty>
    </div>
  )
}
