import { join } from 'node:path'
import { commandLine, root, runLonghand, runProgram } from './harness/command-line.ts'
import { electronBinary } from './harness/electron-shell.ts'
import { differences } from './harness/folders.ts'
import { expect, test } from './harness/test.ts'

test('Electron makes the site that Node makes, pictures and all, and no GLib meets the objects of another', async ({
  folder,
}) => {
  test.slow() // Two exports make every picture in every size.
  const library = join(folder, 'library')
  const imported = await runLonghand(library, ['import', join(root, 'resources/starter')])
  expect(imported.code, imported.stderr).toBe(0)
  const byNode = join(folder, 'by-node')
  expect((await runLonghand(library, ['export', '--out', byNode])).code).toBe(0)

  // Pictures that Node has just made would be taken from where they are remembered.
  const other = join(folder, 'other-library')
  expect((await runLonghand(library, ['backup', join(folder, 'copy.longhand')])).code).toBe(0)
  expect((await runLonghand(other, ['restore', join(folder, 'copy.longhand'), '--to', other])).code).toBe(0)
  const byElectron = join(folder, 'by-electron')
  const args = [commandLine, '--library', other, 'export', '--out', byElectron]
  const exported = await runProgram(electronBinary(), args, { env: { ELECTRON_RUN_AS_NODE: '1' } })
  expect(exported.code, exported.stderr).toBe(0)
  expect(exported.stderr).not.toContain('GLib')
  expect(await differences(byNode, byElectron)).toEqual([])
})
