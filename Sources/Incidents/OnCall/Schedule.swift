/// Who is on call, always: layers of which a later one wins where it has somebody, and overrides that win over all.
package struct Schedule: Sendable, Hashable {
  package var name: String
  package var zone: ZoneRules
  /// From the lowest to the highest.
  package var layers: [Layer]
  package var holidays: [Holiday]
  /// From the oldest to the newest; a newer one wins.
  package var overrides: [Override]
  /// How long before a shift its person is told; nil: not at all.
  package var notice: Span?

  package init(
    name: String, zone: ZoneRules = .utc, layers: [Layer] = [], holidays: [Holiday] = [], overrides: [Override] = [],
    notice: Span? = nil
  ) {
    self.name = name
    self.zone = zone
    self.layers = layers
    self.holidays = holidays
    self.overrides = overrides
    self.notice = notice
  }

  /// A rotation alone is a schedule of one layer.
  package init(_ rotation: Rotation) {
    self.init(
      name: rotation.name, zone: rotation.zone, layers: [Layer(name: rotation.name, rotation: rotation)],
      notice: rotation.notice)
  }

  /// Everybody who may be on call by it, each once, in the order in which they are named.
  package var people: [String] {
    (layers.flatMap(\.rotation.people) + overrides.map(\.person)).reduce(into: []) { people, person in
      if !people.contains(person) { people.append(person) }
    }
  }

  /// Who is on call at `at`, and by what.
  package func duty(at: Timestamp) -> Duty? { ScheduleReading(self).duty(at: at) }

  /// Position 1 is on call, 2 is who is on call next, and so on, each another person. nil where there is nobody.
  package func person(at: Timestamp, position: Int = 1) -> String? {
    let reading = ScheduleReading(self)
    let first = reading.duty(at: at)?.person
    guard position > 1 else { return first }
    var coming: [String] = []
    var time = at
    while time < at + .days(366), coming.count < position - 1 {
      time = reading.nextChange(after: time)
      guard let person = reading.duty(at: time)?.person, person != first, !coming.contains(person) else { continue }
      coming.append(person)
    }
    return coming.count == position - 1 ? coming.last : nil
  }

  /// The shifts of a stretch of time in order, the first and last cut to it. Where nobody is on call there is none.
  package func shifts(from start: Timestamp, until end: Timestamp) -> [Shift] {
    stretches(from: start, until: end).compactMap { stretch in
      stretch.duty.map { Shift(schedule: name, duty: $0, from: stretch.from, until: stretch.until) }
    }
  }

  /// Where nobody is on call.
  package func gaps(from start: Timestamp, until end: Timestamp) -> [Gap] {
    stretches(from: start, until: end).compactMap { $0.duty == nil ? Gap(from: $0.from, until: $0.until) : nil }
  }

  private struct Stretch {
    var duty: Duty?
    var from: Timestamp
    var until: Timestamp
  }

  private func stretches(from start: Timestamp, until end: Timestamp) -> [Stretch] {
    let reading = ScheduleReading(self)
    var stretches: [Stretch] = []
    var time = start
    while time < end {
      let next = min(reading.nextChange(after: time), end)
      let duty = reading.duty(at: time)
      if let last = stretches.last, last.duty == duty {
        stretches[stretches.count - 1].until = next
      } else {
        stretches.append(Stretch(duty: duty, from: time, until: next))
      }
      time = next
    }
    return stretches
  }
}

/// Why somebody is on call: the turn of a layer, or an override.
package struct Duty: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    case layer(String, turn: Int64)
    case override(Override)
  }
  package var person: String
  package var source: Source
}

/// One person on call without a break.
package struct Shift: Sendable, Hashable {
  package var schedule: String
  package var duty: Duty
  package var from: Timestamp
  package var until: Timestamp
  package var person: String { duty.person }
}

/// A stretch of time in which a schedule has nobody.
package struct Gap: Sendable, Hashable {
  package var from: Timestamp
  package var until: Timestamp

  package init(from: Timestamp, until: Timestamp) {
    self.from = from
    self.until = until
  }
}

/// A schedule made ready for many questions.
struct ScheduleReading {
  private let hours: [LayerHours]
  private let overrides: [Override]

  init(_ schedule: Schedule) {
    let holidays = Set(schedule.holidays.map(\.day))
    hours = schedule.layers.filter { !$0.rotation.people.isEmpty }.map { layer in
      LayerHours(layer: layer, zone: schedule.zone, holidays: holidays)
    }
    overrides = schedule.overrides
  }

  func duty(at: Timestamp) -> Duty? {
    overrides.reduce(layerDuty(at: at)) { duty, override in
      override.applies(at: at, over: duty?.person)
        ? Duty(person: override.person, source: .override(override)) : duty
    }
  }

  /// The first instant after `at` at which somebody else may be on call. Always later than `at`.
  func nextChange(after at: Timestamp) -> Timestamp {
    let edges = overrides.flatMap { [$0.from, $0.until] }.filter { $0 > at }
    let next = (hours.map { $0.nextChange(after: at) } + edges).min() ?? Timestamp(microseconds: .max)
    return next > at ? next : at + .hours(1)
  }

  private func layerDuty(at: Timestamp) -> Duty? {
    for layer in hours.reversed() where layer.covers(at) {
      let turn = layer.layer.rotation.turn(at: at)
      guard let person = layer.layer.rotation.person(ofTurn: turn) else { continue }
      return Duty(person: person, source: .layer(layer.layer.name, turn: turn))
    }
    return nil
  }
}
