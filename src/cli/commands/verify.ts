import type { Command } from '../command'

export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: 'Checks SQLite, the update log, the projection and the assets.',
  details: ['Exit code 1 when something is damaged; problems names it.'],
  positionals: [0, 0],
  creates: 'never',
  prepare:
    () =>
    async ({ api }) => {
      const result = await api.client.library.verify()
      const { ok, posts, problems } = result
      const text = ok
        ? `Everything is in order: ${posts} ${posts === 1 ? 'post' : 'posts'}.\n`
        : `Damaged:\n${problems.map((problem) => `  ${problem}\n`).join('')}`
      return { json: { ok, posts, problems }, text, exitCode: ok ? 0 : 1 }
    },
}
