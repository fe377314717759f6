/** What the screen and its drawing board say to each other, over a port that the screen hands in. */
export interface DrawRequest {
  readonly source: string
}

export type DrawAnswer =
  | { readonly kind: 'drawn'; readonly svg: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** The first message of the board's page to the screen, and the screen's answer with the port. */
export const boardReady = 'longhand:board-ready'
export const boardPort = 'longhand:board-port'
