/**
 * What one part of the tests came to. `notes` are sentences for the end of the run: what was left out, and
 * how to get it.
 * @typedef {{ passed: number, failed: number, notes: string[] }} Result
 */

/**
 * What Vitest's JSON report says. A file that could not be loaded has no tests and is one failure.
 * @param {number} code the runner's exit code
 * @param {any} report undefined when there is none
 * @returns {Result}
 */
export function countUnits(code, report) {
  const files = report?.testResults ?? []
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return honest(code, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + unloaded.length,
    notes: skipped > 0 ? [`${skipped} skipped`] : [],
  })
}

/**
 * What Playwright's JSON report says. A test that passes only at its second try has passed, and is named: something
 * is wrong that shows now and then.
 * @param {number} code the runner's exit code
 * @param {any} report undefined when there is none
 * @returns {Result}
 */
export function countJourneys(code, report) {
  const stats = report?.stats
  return honest(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    notes: [
      ...(stats?.skipped > 0 ? [`${stats.skipped} did not run`] : []),
      ...flaky(report?.suites ?? []).map((title) => `passed only at the second try, look for why: ${title}`),
    ],
  })
}

/** The titles of tests that failed and then passed, in suites within suites. */
function flaky(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...flaky(inner),
  ])
}

/** A runner that failed without naming a failed test (a crash, no report) is one failure. */
function honest(code, result) {
  if (code === 0 || result.failed > 0) return result
  return { ...result, failed: 1, notes: [...result.notes, `the runner ended with code ${code}`] }
}
