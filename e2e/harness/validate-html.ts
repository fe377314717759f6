import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // What a writer puts into a post (an inline style in raw HTML, a heading that skips a level) is theirs.
    'no-inline-style': 'off',
    'heading-level': 'off',
  },
})

/** What html-validate finds in these files, each as `file:line rule: message`. */
export async function invalidPages(files: readonly string[]): Promise<string[]> {
  const reports = await Promise.all(files.map((file) => validator.validateFile(file)))
  return reports.flatMap((report) =>
    report.results.flatMap((result) =>
      result.messages.map(
        (found) => `${result.filePath ?? ''}:${found.line} ${found.ruleId}: ${found.message}`,
      ),
    ),
  )
}
