import { type Term, term } from '../../words'
import { useWords } from '../words/words'
import styles from './changes.module.css'
import { MarkedParts } from './marked-parts'
import type { Comparison } from './use-history'

const names: Readonly<Record<Comparison['fields'][number]['name'], Term>> = {
  slug: term('Address'),
  date: term('Date'),
  tags: term('Tags'),
  cover: term('Cover'),
  language: term('Language'),
  canonicalUrl: term('Canonical URL'),
  series: term('Series'),
}

/** The fields that differ, each as it was and as it became. */
export function FieldChanges({ fields }: { readonly fields: Comparison['fields'] }) {
  const { say } = useWords()
  if (fields.length === 0) return null
  return (
    <dl aria-label={say('Fields that differ')} className={styles.fields}>
      {fields.map(({ name, from, to }) => (
        <div key={name} className={styles.field}>
          <dt>{say(names[name])}</dt>
          <dd>
            <MarkedParts
              parts={[
                { kind: 'removed', text: from || say('[field] none') },
                { kind: 'same', text: ' → ' },
                { kind: 'inserted', text: to || say('[field] none') },
              ]}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
