declare const process: { env: Readonly<Record<string, string | undefined>> }

/**
 * How many random cases a test tries: `everyDay` of them in `npm test`, a tenth in `npm run check`, and any
 * multiple with `LONGHAND_CASES` (`LONGHAND_CASES=30 npx vitest run src/site`). Never none.
 */
export function randomCases(everyDay: number): number {
  return Math.max(1, Math.ceil(everyDay * Number(process.env.LONGHAND_CASES ?? 1)))
}
