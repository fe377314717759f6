import type { DifferencePart } from '../../document'
import styles from './marked-parts.module.css'

/**
 * Words with what went struck through and what came underlined, so that colour only helps. A change that
 * shows nothing, such as a line that was broken, gets a sign.
 */
export function MarkedParts({ parts }: { readonly parts: readonly DifferencePart[] }) {
  return parts.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison don't move.
    if (kind === 'same') return <span key={index}>{text}</span>
    const shown = text.trim() === '' ? text.replace(/\n/g, '¶\n').replace(/ (?=\S|$)/g, '␣') : text
    const Mark = kind === 'inserted' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison don't move.
      <Mark key={index} className={styles[kind]}>
        {shown}
      </Mark>
    )
  })
}
