import Incidents
import NIOCore
import NIOPosix

/// Sends each page as a mail, one connection a mail. The contact's address is the recipient.
package struct SMTPChannel: Channel {
  package let name: String
  private let configuration: SMTPConfiguration
  private let now: @Sendable () -> Timestamp
  private let limit: TimeAmount
  private let security: Result<SMTPSecurity?, any Error>

  /// - Parameters:
  ///   - now: the wall's time, for the mail's date.
  ///   - limit: the time for a whole mail, from the connection to the last answer.
  package init(
    name: String, configuration: SMTPConfiguration, now: @escaping @Sendable () -> Timestamp = { WallTime.now() },
    limit: TimeAmount = .seconds(10)
  ) {
    self.name = name
    self.configuration = configuration
    self.now = now
    self.limit = limit
    security = Result { configuration.tls == .none ? nil : try SMTPSecurity(configuration) }
  }

  package func words(_ message: PageMessage, to address: String) -> String { MailMessage.words(message) }

  package func send(_ message: PageMessage, to address: String) async -> DeliveryOutcome {
    await send(to: address) { MailMessage.render(message, from: $0, to: $1, now: now()) }
  }

  /// The same for a mail to people outside.
  package func send(_ letter: Letter, to address: String) async -> DeliveryOutcome {
    await send(to: address) { MailMessage.render(letter, from: $0, to: $1, now: now()) }
  }

  private func send(to address: String, _ mail: (MailAddress, MailAddress) -> [UInt8]) async -> DeliveryOutcome {
    guard let from = MailAddress(configuration.from) else {
      return .permanent("the sender \(singleLine(configuration.from, limit: 80)) is no mail address")
    }
    guard let to = MailAddress(address) else {
      return .permanent("\(singleLine(address, limit: 80)) is no mail address")
    }
    let dialogue = SMTPDialogue(configuration: configuration, from: from, to: to, mail: mail(from, to))
    do {
      return try await deliver(dialogue, security: security.get())
    } catch {
      return .permanent("TLS of the mail server cannot be set up: \(FailureText.describe(error))")
    }
  }

  private func deliver(_ dialogue: SMTPDialogue, security: SMTPSecurity?) async -> DeliveryOutcome {
    let promise = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: DeliveryOutcome.self)
    connect(dialogue, security, promise)
    return (try? await promise.futureResult.get()) ?? .temporary("the mail was not sent", retryAfter: nil)
  }

  private func connect(
    _ dialogue: SMTPDialogue, _ security: SMTPSecurity?, _ promise: EventLoopPromise<DeliveryOutcome>
  ) {
    let deadline = NIODeadline.now() + limit
    let isImplicit = configuration.tls == .implicit
    ClientBootstrap(group: promise.futureResult.eventLoop)
      .connectTimeout(min(.seconds(5), limit))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if isImplicit, let security { try pipeline.addHandler(security.handler()) }
          try pipeline.addHandler(SMTPConnection(dialogue: dialogue, secure: security, outcome: promise))
        }
      }
      .connect(host: configuration.host, port: configuration.port)
      .whenComplete { expire($0, promise, deadline) }
  }

  /// Sets the end of our patience on the connection, which alone knows whether the mail was out by then.
  private func expire(
    _ result: Result<any NIOCore.Channel, any Error>, _ promise: EventLoopPromise<DeliveryOutcome>,
    _ deadline: NIODeadline
  ) {
    switch result {
    case .failure(let error): promise.succeed(.temporary(FailureText.describe(error), retryAfter: nil))
    case .success(let channel):
      let timer = channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
        guard let context = try? channel.pipeline.syncOperations.context(handlerType: SMTPConnection.self),
          let connection = context.handler as? SMTPConnection
        else { return }
        connection.expire(context: context)
      }
      promise.futureResult.whenComplete { _ in timer.cancel() }
    }
  }
}
