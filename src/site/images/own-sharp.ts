import sharp from 'sharp'

/** sharp, in a file of its own so that it is loaded only when it is asked for, and by `require`, as its CommonJS. */
export const ownSharp = sharp
