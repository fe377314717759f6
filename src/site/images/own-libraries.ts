import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Lets sharp call the GLib that comes with it. Electron on Linux has loaded the system's before, and there sharp's
 * calls would be found first: an object of the one, handed to the other, now and then ends the whole app
 * (electron/electron#46323, lovell/sharp#4525). libvips calls its own wherever it is; so it is loaded as usual, with
 * Electron's memory allocator, and only the small part that binds it to Node looks beside itself first. Has to come
 * before sharp is loaded. Throws when it can't be done; sharp must not be loaded then.
 */
export function bindSharpToItsLibraries(): void {
  if (process.platform !== 'linux' || process.versions.electron === undefined) return
  const require = createRequire(import.meta.url)
  const binding = `@img/sharp-linux-${process.arch}`
  loadLibrary(require.resolve(`@img/sharp-libvips-linux-${process.arch}/binary`))
  const { version } = require(`${binding}/package`) as { version: string }
  const file = `sharp-linux-${process.arch}-${version}.node`
  const path = join(dirname(require.resolve(`${binding}/package`)), 'lib', file)
  process.dlopen({ exports: {} }, path, constants.dlopen.RTLD_NOW | constants.dlopen.RTLD_DEEPBIND)
}

/** Node wants an addon, and complains of a mere library; but that is loaded by then, and says of itself that it stays. */
function loadLibrary(path: string): void {
  try {
    process.dlopen({ exports: {} }, path)
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('did not self-register'))) throw error
  }
}
