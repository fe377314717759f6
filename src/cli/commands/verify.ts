import { type RepairReport, repairLibrary } from '../../api'
import type { Command, Outcome } from '../command'

export const verify: Command = {
  name: 'verify',
  usage: '[--repair]',
  summary: 'Checks SQLite, the update log, the projection and the assets; repairs them.',
  details: [
    'Exit code 1 when something is damaged; problems names it.',
    '--repair builds lists and indices anew, sets damaged updates aside and keeps the rest of the post, takes from backups what they have, and reads a database that can’t be opened page by page into a new one. What was there before is kept: setAside names where. The library must not be open elsewhere.',
  ],
  options: {
    repair: { type: 'boolean', help: 'Repair what is damaged; exit code 1 when something is left.' },
  },
  positionals: [0, 0],
  creates: 'never',
  prepare: (given) =>
    given.flag('repair')
      ? { alone: async ({ libraryPath }) => tellRepair(await repairLibrary(libraryPath)) }
      : async ({ api }) => {
          const { ok, posts, problems } = await api.client.library.verify()
          const text = ok
            ? allInOrder(posts)
            : `Damaged:\n${lines(problems)}“longhand verify --repair” repairs what can be repaired.\n`
          return { json: { ok, posts, problems }, text, exitCode: ok ? 0 : 1 }
        },
}

function tellRepair({ ok, posts, problems, repaired, setAside }: RepairReport): Outcome {
  const parts = [
    ...(repaired.length === 0 ? [] : [`Repaired:\n${lines(repaired.map(({ message }) => message))}`]),
    ...(setAside === null ? [] : [`What was there before is in ${setAside}.\n`]),
    ok ? allInOrder(posts) : `Still damaged:\n${lines(problems)}`,
  ]
  return { json: { ok, posts, problems, repaired, setAside }, text: parts.join(''), exitCode: ok ? 0 : 1 }
}

const allInOrder = (posts: number) => `Everything is in order: ${posts} ${posts === 1 ? 'post' : 'posts'}.\n`
const lines = (sentences: readonly string[]) => sentences.map((sentence) => `  ${sentence}\n`).join('')
