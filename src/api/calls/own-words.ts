import type { House, Implementer } from './house'

/** The writer's own dictionary. */
export function ownWordCalls(os: Implementer, { library: { ownWords } }: House) {
  return {
    ownWords: {
      list: os.ownWords.list.handler(() => ownWords.list()),
      add: os.ownWords.add.handler(({ input }) => {
        ownWords.add(input.word)
        return {}
      }),
      remove: os.ownWords.remove.handler(({ input }) => {
        ownWords.remove(input.word)
        return {}
      }),
    },
  }
}
