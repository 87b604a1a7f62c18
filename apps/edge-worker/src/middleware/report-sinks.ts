import type { ReportSink, RequestEntry } from '../report-entry.ts'

/** Writes each report as one line of JSON. */
export const logSink =
  (write: (line: string) => void): ReportSink =>
  (entry) =>
    write(JSON.stringify({ level: entry.outcome === 'failed' ? 'error' : 'info', ...entry }))

/**
 * Writes each report as a data point of the dataset bound as `METRICS`, where one is. The order of its columns is
 * what queries rely on; docs/edge-deployment.md names them.
 */
export const metricsSink: ReportSink = (entry, { METRICS }) => METRICS?.writeDataPoint(dataPoint(entry))

const dataPoint = (entry: RequestEntry): AnalyticsEngineDataPoint => ({
  indexes: [entry.route],
  blobs: [
    entry.method,
    entry.route,
    entry.outcome,
    entry.code ?? '',
    entry.cipher ?? '',
    entry.model ?? '',
    entry.form ?? '',
  ],
  doubles: [entry.status, entry.milliseconds, entry.bytesIn, entry.bytesOut, entry.events],
})
