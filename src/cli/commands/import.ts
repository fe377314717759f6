import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImportReport } from '../../api/contract'
import { LonghandError } from '../../document'
import type { Command, Context, Outcome } from '../command'
import { lastEvent } from '../last-event'

export const importCommand: Command = {
  name: 'import',
  usage: 'PATH',
  summary: 'Brings a folder of Markdown posts into the library.',
  details: [
    'PATH is a folder, or one Markdown file. The same files again change nothing; a file that has changed is merged with what was written in Longhand since.',
    'Ctrl-C stops between two posts; what has come in stays.',
  ],
  positionals: [1, 1],
  creates: 'always',
  interruptible: true,
  prepare: (given) => {
    const path = resolve(given.positionals[0] ?? '')
    if (!existsSync(path)) throw new LonghandError('not-found', `There is no folder at “${path}”.`)
    return (context) => importPath(path, context)
  },
}

async function importPath(path: string, { api, signal, onProgress, note }: Context): Promise<Outcome> {
  const events = await api.client.imports.start({ path }, { signal })
  const report = await lastEvent(events, onProgress)
  note(...report.warnings.map((warning) => `${warning.path}: ${warning.reason}`))
  return { json: report, text: summaryOf(report) }
}

function summaryOf(report: ImportReport): string {
  const { imported, updated, unchanged, assets, skipped } = report
  const counts = `${imported} imported, ${updated} updated, ${unchanged} unchanged, ${assets} assets, ${skipped.length} skipped\n`
  return counts + skipped.map(({ path, reason }) => `  ${path}: ${reason}\n`).join('')
}
