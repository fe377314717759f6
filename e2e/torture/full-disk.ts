/**
 * A seeded script on a small file system that is filled to the last byte at random moments, and emptied again:
 * `full-disk.js FOLDER RESOURCES EDITS SEED`, where FOLDER is the file system. Edits that are refused must be named
 * as what they are and have changed nothing; all others must be there. Bundled with the sources (`bundle.ts`).
 */
import { join } from 'node:path'
import { openApi } from '../../src/api'
import { openLibrary } from '../../src/library'
import { fillDisk } from '../harness/small-disk.ts'
import { findOutcome } from './check.ts'
import { Editing } from './editing.ts'
import { applyEdit, type Edit, emptyModel } from './model.ts'
import { seeded } from './random.ts'
import { nextEdit } from './script.ts'

async function main([folder = '', resources = '', edits = '', seed = '']: readonly string[]): Promise<void> {
  const random = seeded(Number(seed))
  const libraryPath = join(folder, 'library')
  const log = { info: () => undefined, error: () => undefined }
  const shell = { shell: 'browser', version: '0.0.0', siteWorker: '' } as const
  const api = await openApi({ libraryPath, create: true, resources, log, ...shell })
  const editing = new Editing(api)
  const check = openLibrary(libraryPath)
  let model = emptyModel
  let makeRoom: (() => void) | undefined
  let refused = 0
  for (let n = 0; n < Number(edits); n++) {
    if (makeRoom === undefined && random.fraction() < 0.06) makeRoom = fillDisk(join(folder, 'ballast'))
    else if (random.fraction() < 0.2) {
      makeRoom?.()
      makeRoom = undefined
    }
    const edit = smaller(nextEdit(random, model))
    try {
      const answer = await editing.do(edit)
      model = applyEdit(model, edit, answer)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== 'disk-full' || makeRoom === undefined) throw new Error(`${edit.kind}: ${code} ${error}`)
      refused++
      editing.forget()
    }
    if (n % 10 === 9) findOutcome(check, model, undefined)
  }
  makeRoom?.()
  findOutcome(check, model, undefined)
  const { problems } = check.verify()
  if (problems.length > 0) throw new Error(problems.join('; '))
  console.log(`full disk, edits ${edits}, refused ${refused}, lost 0`)
}

/** Backups would fill the disk by themselves. */
function smaller(edit: Edit): Edit {
  return edit.kind === 'backup' || edit.kind === 'restoreBackup' ? { kind: 'search' } : edit
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
