import { Undo2 } from 'lucide-react'
import { memo, type ReactNode, useMemo, useState } from 'react'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import styles from './changes.module.css'
import { FieldChanges } from './field-changes'
import { foldUnchanged } from './fold-unchanged'
import { MarkedParts } from './marked-parts'
import { type ComparedParagraph, toParagraphs } from './paragraphs'
import type { Comparison } from './use-history'

interface Props {
  readonly comparison: Comparison
  /** Puts a paragraph of the earlier state into the present text; left out where nothing can be changed. */
  readonly onCopy: ((paragraph: ComparedParagraph) => void) | undefined
}

/** What changed between two states: fields, title, summary, and the text paragraph by paragraph. */
export const Changes = memo(({ comparison, onCopy }: Props) => {
  const { say } = useWords()
  const { fields, title, summary, body } = comparison
  const paragraphs = useMemo(() => toParagraphs(body), [body])
  const isSame = [title, summary, body].every((parts) => parts.every(({ kind }) => kind === 'same'))
  return (
    <article aria-label={say('Changes')} className={styles.changes}>
      <h2 className={styles.title}>
        {title.length === 0 ? (
          <span className={styles.untitled}>{say('Untitled')}</span>
        ) : (
          <MarkedParts parts={title} />
        )}
      </h2>
      {summary.length > 0 && (
        <p className={styles.summary}>
          <MarkedParts parts={summary} />
        </p>
      )}
      <FieldChanges fields={fields} />
      {isSame && fields.length === 0 && (
        <p role="status" className={styles.nothing}>
          {say('The two read the same.')}
        </p>
      )}
      <Paragraphs key={comparisonKey(paragraphs)} paragraphs={paragraphs} onCopy={onCopy} />
    </article>
  )
})

/** Another comparison folds what is the same in it again. */
const comparisonKey = (paragraphs: readonly ComparedParagraph[]): string =>
  paragraphs.map(({ kind }) => kind[0]).join('')

interface ParagraphsProps extends Pick<Props, 'onCopy'> {
  readonly paragraphs: readonly ComparedParagraph[]
}

function Paragraphs({ paragraphs, onCopy }: ParagraphsProps) {
  const { say } = useWords()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const stretches = useMemo(() => foldUnchanged(paragraphs), [paragraphs])
  return stretches.map(({ start, paragraphs: shown, isFolded }): ReactNode => {
    if (isFolded && !opened.has(start)) {
      return (
        <button
          key={start}
          type="button"
          className={styles.fold}
          onClick={() => setOpened(new Set([...opened, start]))}
        >
          {say('{count, plural, one {Show # unchanged paragraph} other {Show # unchanged paragraphs}}', {
            count: shown.length,
          })}
        </button>
      )
    }
    return shown.map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one comparison don't move.
      <Paragraph key={start + index} paragraph={paragraph} onCopy={onCopy} />
    ))
  })
}

const signs = { same: '', changed: '±', inserted: '+', removed: '−' } as const

function Paragraph({ paragraph, onCopy }: Pick<Props, 'onCopy'> & { readonly paragraph: ComparedParagraph }) {
  const { say } = useWords()
  const { kind, parts, before } = paragraph
  const canCopy = onCopy !== undefined && (kind === 'removed' || kind === 'changed')
  return (
    <div className={styles.paragraph} data-kind={kind} data-code={isCode(before) || undefined}>
      <span aria-hidden className={styles.sign}>
        {signs[kind]}
      </span>
      <p className={styles.text}>
        <MarkedParts parts={parts} />
      </p>
      {canCopy && (
        <span className={styles.copy}>
          <Button look="outline" onPress={() => onCopy(paragraph)}>
            <Undo2 size={13} aria-hidden /> {say('Copy this paragraph back')}
          </Button>
        </span>
      )}
    </div>
  )
}

const isCode = (text: string): boolean => /^( {4}|\t|```|~~~|\|)/.test(text)
