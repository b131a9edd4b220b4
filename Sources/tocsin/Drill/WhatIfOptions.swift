import ArgumentParser
import Engine
import Incidents
import Runbooks

/// How people behave in a drill, and what is broken in it.
struct WhatIfOptions: ParsableArguments {
  @Flag(help: "Nobody answers; what is played unless --ack-after is given.") var neverAck = false
  @Option(help: "Whoever was paged acknowledges after so many minutes.") var ackAfter: Int?
  @Option(help: "It is resolved so many minutes after it opened.") var resolveAfter: Int?
  @Option(help: "A person who sleeps through pages, by name or role; may be repeated.") var asleep: [String] = []
  @Option(help: "A channel by which no page gets through; may be repeated.") var channelDown: [String] = []
  @Option(help: "MINUTE:SEVERITY, a change of severity on the way.") var raise: String?
  @Option(help: "MINUTE:WORDS, a situation of the runbook that somebody names on the way.") var situation: String?
  @Option(help: "How many climbs of the ladder to show, from 1 to 3.") var rounds = 1

  /// A fortnight: no ladder or cadence says anything new after that.
  private static let minutes = 0...20_160

  func apply(to question: inout DrillQuestion, _ drill: Drill) throws(Failure) {
    guard !neverAck || ackAfter == nil else {
      throw Failure(.usage, "--never-ack and --ack-after exclude each other.")
    }
    guard (1...3).contains(rounds) else { throw Failure(.usage, "--rounds is a number from 1 to 3.") }
    question.acknowledgeAfter = try Self.checked(ackAfter, "--ack-after")
    question.resolveAfter = try Self.checked(resolveAfter, "--resolve-after")
    question.rounds = rounds
    question.change = try change()
    question.said = try said()
    question.asleep = try sleepers(drill, question.start)
    question.channelsDown = try channels(drill)
  }

  private static func checked(_ value: Int?, _ option: String) throws(Failure) -> Int? {
    guard let value else { return nil }
    guard minutes.contains(value) else {
      throw Failure(.usage, "\(option) is a number of minutes from 0 to \(minutes.upperBound).")
    }
    return value
  }

  private func change() throws(Failure) -> DrillQuestion.Change? {
    guard let raise else { return nil }
    let parts = raise.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let minute = Int(parts[0]), Self.minutes.contains(minute), !parts[1].isEmpty else {
      throw Failure(.usage, "--raise \(Layout.plain(raise)) is not MINUTE:SEVERITY, such as 20:P0.")
    }
    return DrillQuestion.Change(minute: minute, severity: parts[1])
  }

  private func said() throws(Failure) -> DrillQuestion.Said? {
    guard let situation else { return nil }
    let parts = situation.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let minute = Int(parts[0]), Self.minutes.contains(minute), !parts[1].isEmpty else {
      throw Failure(
        .usage, "--situation \(Layout.plain(situation)) is not MINUTE:WORDS, such as 20:\"security breach\".")
    }
    return DrillQuestion.Said(minute: minute, words: parts[1])
  }

  private func sleepers(_ drill: Drill, _ start: Timestamp) throws(Failure) -> Set<String> {
    var ids: Set<String> = []
    for name in asleep {
      let people = drill.people(named: name, at: start)
      guard !people.isEmpty else {
        throw Failure(
          .usage, "Nobody is called \"\(Layout.plain(name))\". There are \(Self.list(drill.team.people.map(\.name))).")
      }
      ids.formUnion(people.map(\.id))
    }
    return ids
  }

  private func channels(_ drill: Drill) throws(Failure) -> Set<String> {
    guard !channelDown.isEmpty else { return [] }
    guard drill.hasTeamFile else {
      throw Failure(.usage, "--channel-down needs a team file: it says by which channels people are reached.")
    }
    for name in channelDown where !drill.channels.contains(name) {
      throw Failure(
        .usage, "Nobody is reached by \"\(Layout.plain(name))\". The channels in use are \(Self.list(drill.channels)).")
    }
    return Set(channelDown)
  }

  private static func list(_ names: [String]) -> String { names.map(Layout.plain).joined(separator: ", ") }
}
