import { describe, expect, it } from 'vitest'
import { countJourneys, countUnits } from './test-counts.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
})

describe('what the tests came to', () => {
  it('passed and failed are counted', () => {
    const report = { numPassedTests: 3, numFailedTests: 2, testResults: [file('failed', 'failed', 'failed')] }
    expect(countUnits(1, report)).toEqual({ passed: 3, failed: 2, notes: [] })
    expect(countJourneys(1, { stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 0 } })).toEqual({
      passed: 5,
      failed: 1,
      notes: [],
    })
  })

  it('a file that could not be loaded is a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [file('passed', 'passed'), file('failed')],
    }
    expect(countUnits(1, report)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('a runner that dies without a report is a failure', () => {
    expect(countUnits(134, undefined)).toMatchObject({ passed: 0, failed: 1 })
    expect(countJourneys(1, undefined)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('a runner that fails though every test passed is a failure', () => {
    const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 'passed')] }
    expect(countUnits(1, report)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('a journey that passes only at its second try has passed, and is named', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
    const suites = [{ suites: [{ specs: [spec('a post is saved', 'flaky'), spec('a tag', 'expected')] }] }]
    const counted = countJourneys(0, { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }, suites })
    expect(counted).toEqual({
      passed: 6,
      failed: 0,
      notes: ['passed only at the second try, look for why: a post is saved'],
    })
  })

  it('what did not run is said', () => {
    const report = { stats: { expected: 5, unexpected: 8, flaky: 0, skipped: 40 } }
    expect(countJourneys(1, report).notes).toEqual(['40 did not run'])
  })
})
