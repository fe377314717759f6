import { oc } from '@orpc/contract'
import { z } from 'zod'

const word = z.object({ word: z.string().trim().min(1).max(100) })

/** The writer's own dictionary, which belongs to the library. */
export const ownWordsContract = {
  /** In reading order. */
  list: oc.output(z.array(z.string())),
  add: oc.input(word).output(z.object({})),
  remove: oc.input(word).output(z.object({})),
}
