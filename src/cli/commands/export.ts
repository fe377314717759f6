import { resolve } from 'node:path'
import type { Command, Context, Outcome } from '../command'
import { lastEvent } from '../last-event'

export const exportCommand: Command = {
  name: 'export',
  usage: '--out DIR [--force]',
  summary: 'Writes the site of all published posts into a folder.',
  details: [
    'A folder that holds something else is refused unless --force is given. Ctrl-C leaves the site that was there.',
  ],
  options: {
    out: { type: 'string', value: 'DIR', help: 'Where the site goes.' },
    force: { type: 'boolean', help: 'Export into a folder that holds other files too; they are kept.' },
  },
  required: ['out'],
  positionals: [0, 0],
  creates: 'never',
  exports: true,
  interruptible: true,
  prepare: (given) => (context) => exportTo(resolve(given.text('out') ?? ''), given.flag('force'), context),
}

async function exportTo(out: string, force: boolean, context: Context): Promise<Outcome> {
  const { api, signal, onProgress, note } = context
  const events = await api.client.exports.start({ out, force }, { signal })
  const result = await lastEvent(events, onProgress)
  note(...result.warnings)
  const { pages, written, unchanged, removed, bytes, ms } = result
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return {
    json: result,
    text: `${pages} pages in ${out}: ${written} files written, ${unchanged} unchanged, ${removed} removed, ${size}, ${(ms / 1000).toFixed(1)} s\n`,
  }
}
