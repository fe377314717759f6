/**
 * What a post is: its Y.Doc, its fields, its address. Runs anywhere; knows no Node, no DOM and no other
 * house. It promises that
 *
 * 1. a document is born once (`createPostDocument`, `createSiteDocument`), and later text enters as a
 *    difference (`replaceText`), so that edits made elsewhere merge and nothing is doubled;
 * 2. reading a document never throws: a field of the wrong shape reads as if it were absent, and is kept;
 * 3. what a reader of the site could not be meant to see reads as a draft.
 */
export { addressOf, isSlug, slugify, uniqueSlug } from './address'
export {
  describeTag,
  readFilters,
  readTagDescriptions,
  type SavedFilter,
  writeFilter,
} from './collections'
export {
  compareFaces,
  compareTexts,
  type DifferencePart,
  type FaceDifference,
} from './compare'
export { isDate, sortTime } from './dates'
export { type ErrorCode, LonghandError } from './errors'
export {
  addFormerDay,
  addFormerSlug,
  documentAt,
  faceOf,
  type PostFace,
  type Release,
  readFormerDays,
  readFormerSlugs,
  readRelease,
  takeSnapshot,
  writeRelease,
} from './face'
export { newId, type PostId, postId, type SiteId } from './ids'
export { readOwnWords, writeOwnWord } from './own-words'
export {
  coverAltOf,
  createPostDocument,
  openDocument,
  type PostContent,
  type PostFields,
  readPost,
  setTags,
  writeCoverAlt,
  writePost,
} from './post'
export {
  idSchema,
  type Post,
  type PostKind,
  type PostStatus,
  type PostSummary,
  postFieldsSchema,
  postSchema,
  postSummarySchema,
  type SearchHit,
  searchHitSchema,
  siteDefaults,
  siteSettingsSchema,
  statusSchema,
} from './schemas'
export { quoteForSearch } from './search-quote'
export { createSiteDocument, readSite, type SiteChange, type SiteSettings, siteFrom, writeSite } from './site'
export { replaceText } from './text'
export { findMatches, type TextMatch, type TextPattern } from './text-pattern'
export { hostOf } from './web-address'
export { countWords, readingMinutes } from './words'
