import Incidents
import Synchronization

/// Counts and times of the loops, printed in the OpenMetrics text format
/// (https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md).
package final class Metrics: Sendable {
  /// Upper bounds in seconds.
  private static let bounds: [Double] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 60]

  private struct Histogram {
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var sum = 0.0

    mutating func add(_ seconds: Double) {
      count += 1
      sum += seconds
      for (index, bound) in Metrics.bounds.enumerated() where seconds <= bound { buckets[index] += 1 }
    }
  }

  private struct State {
    var counters: [String: Int] = [:]
    var histograms: [String: Histogram] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  package func count(_ name: String, by amount: Int = 1) {
    state.withLock { $0.counters[name, default: 0] += amount }
  }

  package func observe(_ name: String, _ span: Span) {
    let seconds = max(Double(span.microseconds) / 1_000_000, 0)
    state.withLock { $0.histograms[name, default: Histogram()].add(seconds) }
  }

  /// The families so far, then the gauges of this moment, then the end mark.
  package func text(gauges: [(name: String, help: String, value: Double)]) -> String {
    let (counters, histograms) = state.withLock { ($0.counters, $0.histograms) }
    var lines: [String] = []
    for (name, value) in counters.sorted(by: { $0.key < $1.key }) {
      lines += ["# TYPE tocsin_\(name) counter", "tocsin_\(name)_total \(value)"]
    }
    for (name, histogram) in histograms.sorted(by: { $0.key < $1.key }) {
      lines += ["# TYPE tocsin_\(name)_seconds histogram", "# UNIT tocsin_\(name)_seconds seconds"]
      for (bound, count) in zip(Metrics.bounds, histogram.buckets) {
        lines.append("tocsin_\(name)_seconds_bucket{le=\"\(bound)\"} \(count)")
      }
      lines.append("tocsin_\(name)_seconds_bucket{le=\"+Inf\"} \(histogram.count)")
      lines.append("tocsin_\(name)_seconds_sum \(histogram.sum)")
      lines.append("tocsin_\(name)_seconds_count \(histogram.count)")
    }
    for gauge in gauges {
      lines += ["# TYPE tocsin_\(gauge.name) gauge", "# HELP tocsin_\(gauge.name) \(gauge.help)"]
      lines.append("tocsin_\(gauge.name) \(gauge.value)")
    }
    return lines.joined(separator: "\n") + "\n# EOF\n"
  }
}
