/** What there is to look at before the site goes out: counted, listed, and led to. */
export { ChecksNote } from './checks-note'
export { countFindings, sayFindings } from './count-findings'
export { useSiteChecks } from './use-checks'
