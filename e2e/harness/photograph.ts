/** A photograph with the place where it was taken, which `secret` is. */
export { photograph, secret } from '../../src/site/metadata/sample-pictures.ts'
