/** One file of the site. `file` is its path in the folder, with slashes. */
export type SiteFile =
  | { readonly kind: 'page' | 'text'; readonly file: string; readonly content: string }
  | { readonly kind: 'bytes'; readonly file: string; readonly content: Buffer }
  | {
      readonly kind: 'copy'
      readonly file: string
      /** The absolute path of the original. */
      readonly source: string
      readonly hash: string
      readonly size: number
    }
