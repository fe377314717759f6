/**
 * The calls that a screen can make, bound to one library, and the files that it can read. It promises that
 *
 * 1. every input is checked against the contract before a handler sees it;
 * 2. every failure that leaves it has a code, a sentence for the writer, and keeps its cause for the log;
 * 3. a stream ends, and a job is cancelled, when its caller aborts, leaves or the library closes;
 * 4. an address reads a file of the program, the theme or the library, and nothing else on the disk;
 * 5. both transports behave alike (`conformance.test.ts`).
 */
export { usualLibraryPath } from './library-place'
export type { Log } from './log'
export { type Api, type ApiOptions, type Client, openApi } from './open-api'
export { type RepairReport, repairLibrary, restoreBackup } from './without-library'
