import * as Y from 'yjs'
import { createSiteDocument, type SiteId } from '../../document'
import { rowHash } from '../update-log'
import type { RepairedDocument } from './repair-document'

/** The settings of a site as a new library has them, in the place of those that are lost. */
export function newSite(id: SiteId): RepairedDocument {
  const bytes = Y.encodeStateAsUpdate(createSiteDocument(id))
  const row = { seq: 1, at: 0, device: '', bytes, format: 1 as const }
  const hash = rowHash(new Uint8Array(0), id, row)
  return {
    id,
    kind: 'site',
    title: '',
    words: 0,
    outcome: 'parts-missing',
    rows: [{ ...row, hash, link: null }],
    damaged: [],
    missing: [],
    fromBackups: undefined,
    mended: 0,
  }
}
