import type { Sharp, SharpOptions } from 'sharp'
import { bindSharpToItsLibraries } from './own-libraries'

/** What the makers need of sharp. */
export type OpenPicture = (bytes: Uint8Array, options?: SharpOptions) => Sharp

/**
 * Opens pictures with sharp; undefined when it can't be loaded here (no binary for this machine). It is asked for
 * when the first picture is made, since loading it takes a while.
 */
export async function loadSharp(): Promise<OpenPicture | undefined> {
  try {
    bindSharpToItsLibraries()
    const { ownSharp: sharp } = await import('./own-sharp')
    // One thread for each picture: several pictures are made at once, and an encoder that shares its work among as
    // many threads as a machine has might give other bytes on another. Nothing is used twice, so nothing is kept.
    sharp.concurrency(1)
    sharp.cache(false)
    return (bytes, options) => sharp(bytes, options)
  } catch {
    return undefined // The caller says once that pictures stay as they are.
  }
}
