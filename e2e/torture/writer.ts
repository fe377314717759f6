/**
 * A program that writes into a library through the calls of a screen until it is killed. It reads one line, the
 * `Order`, and writes lines to descriptor 3: what it is about to do, and then, once the call has returned, that
 * it is done. It is bundled with the sources (`bundle.ts`).
 */

import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '../../src/api'
import { Editing } from './editing.ts'
import { type Answer, applyEdit, type Edit, type Model } from './model.ts'
import { seeded } from './random.ts'
import { nextEdit } from './script.ts'

export interface Order {
  readonly library: string
  readonly resources: string
  readonly seed: number
  /** The library as it is; the edits go on from there. */
  readonly model: Model
  /** After so many edits it closes the library and ends. */
  readonly edits: number
}

export type Report =
  | { readonly kind: 'ready' | 'opened' | 'closed' }
  | { readonly kind: 'before'; readonly edit: Edit }
  | { readonly kind: 'after'; readonly answer: Answer }

const silent = { info: () => undefined, error: () => undefined }

async function main(): Promise<void> {
  report({ kind: 'ready' })
  const order = JSON.parse(readFileSync(0, 'utf8')) as Order
  const api = await openApi({
    libraryPath: order.library,
    create: true,
    resources: order.resources,
    siteWorker: join(order.resources, 'none.js'),
    shell: 'browser',
    version: '0.0.0',
    log: silent,
  })
  report({ kind: 'opened' })
  const writer = new Editing(api)
  const random = seeded(order.seed)
  let model = order.model
  for (let n = 0; n < order.edits; n++) {
    const edit = nextEdit(random, model)
    report({ kind: 'before', edit })
    const answer = await writer.do(edit)
    report({ kind: 'after', answer })
    model = applyEdit(model, edit, answer)
  }
  writer.close()
  await api.close()
  report({ kind: 'closed' })
}

/** Written before anything else happens: a line that is in the pipe is there whatever becomes of this process. */
function report(line: Report): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let written = 0; written < bytes.length; ) written += writeSync(3, bytes, written)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
