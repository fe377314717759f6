/**
 * Puts `longhand` among this checkout's own commands, where `npx longhand` looks first. Otherwise npx
 * installs the checkout into its cache, which takes seconds and can hold an older build.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../node_modules/.bin')
mkdirSync(folder, { recursive: true })
if (process.platform === 'win32') {
  writeFileSync(join(folder, 'longhand.cmd'), '@node "%~dp0\\..\\..\\out\\main\\cli.js" %*\r\n')
} else {
  const link = join(folder, 'longhand')
  rmSync(link, { force: true })
  symlinkSync('../../out/main/cli.js', link)
}
