import type { z } from 'zod'
import { LonghandError } from '../document'

/** The value as the schema has it. Throws `bad-input`, which names the field and says that nothing changed. */
export function checkInput<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.')
  throw new LonghandError(
    'bad-input',
    `${name ? `${name}: ` : ''}${issue?.message ?? 'not understood'} Nothing was changed.`,
  )
}
