import styles from './changes.module.css'
import { MarkedParts } from './marked-parts'
import type { Comparison } from './use-history'

const names: Readonly<Record<Comparison['fields'][number]['name'], string>> = {
  slug: 'Address',
  date: 'Date',
  tags: 'Tags',
  cover: 'Cover',
  language: 'Language',
  canonicalUrl: 'Canonical URL',
  series: 'Series',
}

/** The fields that differ, each as it was and as it became. */
export function FieldChanges({ fields }: { readonly fields: Comparison['fields'] }) {
  if (fields.length === 0) return null
  return (
    <dl aria-label="Fields that differ" className={styles.fields}>
      {fields.map(({ name, from, to }) => (
        <div key={name} className={styles.field}>
          <dt>{names[name]}</dt>
          <dd>
            <MarkedParts
              parts={[
                { kind: 'removed', text: from || 'none' },
                { kind: 'same', text: ' → ' },
                { kind: 'inserted', text: to || 'none' },
              ]}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
