import { existsSync, readFileSync } from 'node:fs'

const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] }

export const sum = (tallies) =>
  tallies.reduce(
    (total, { passed, failed, skipped, failures }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      failures: [...total.failures, ...failures],
    }),
    nothing,
  )

/** One thing that either went well or did not. */
export const single = (went) => (went ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 })

export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** What a runner's JSON report says. A runner that failed without a failed test failed nevertheless. */
export function tallyOf(file, exitCode) {
  const tally = existsSync(file) ? readReport(JSON.parse(readFileSync(file, 'utf8'))) : nothing
  if (exitCode === 0 || tally.failed > 0) return tally
  return { ...tally, failed: 1, failures: [`${file}: exit code ${exitCode} without a failed test`] }
}

function readReport(report) {
  // Playwright's has `stats`; a flaky test passed only when asked again, which is a failure here.
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats
    const failures = report.suites.flatMap(failedSpecs)
    return { passed: expected, failed: unexpected + flaky, skipped, failures }
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map((test) => `${name}: ${test.fullName}`),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...broken.map(({ name }) => name), ...failed],
  }
}

function failedSpecs(suite) {
  const tests = (spec) => spec.tests.filter(({ status }) => status === 'unexpected' || status === 'flaky')
  const own = suite.specs.filter((spec) => tests(spec).length > 0)
  return [
    ...own.map((spec) => `${spec.file}: ${spec.title}`),
    ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner)),
  ]
}
