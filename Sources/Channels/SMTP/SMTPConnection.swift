import Incidents
import NIOCore
import NIOSSL

/// Carries a dialogue over a connection: bytes in, replies read, steps done. Lives on one event loop.
final class SMTPConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var dialogue: SMTPDialogue
  private var reader = SMTPReplyReader()
  private let secure: SMTPSecurity?
  private var outcome: EventLoopPromise<DeliveryOutcome>?

  init(dialogue: SMTPDialogue, secure: SMTPSecurity?, outcome: EventLoopPromise<DeliveryOutcome>) {
    self.dialogue = dialogue
    self.secure = secure
    self.outcome = outcome
  }

  func channelActive(context: ChannelHandlerContext) {
    let remote = context.remoteAddress.flatMap { IPAddress($0) }
    dialogue.isLoopback = remote?.kind == .loopback
    if let local = context.localAddress.flatMap({ IPAddress($0) }) {
      dialogue.name = local.bytes.count == 4 ? "[\(local.text)]" : "[IPv6:\(local.text)]"
    }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    do {
      for reply in try reader.read(buffer.readableBytesView) where outcome != nil {
        let step = dialogue.receive(reply)
        perform(step, context)
        // What came in the clear behind the 220 is dropped: it may have been put there to be taken for the server's.
        if step == .startTLS { return reader.forget() }
      }
    } catch {
      conclude(dialogue.interrupted("the mail server's answer is not SMTP"), context)
    }
  }

  private func perform(_ step: SMTPDialogue.Step, _ context: ChannelHandlerContext) {
    switch step {
    case .command(let line): write(Array(line.utf8) + [0x0D, 0x0A], context)
    case .mail(let bytes): write(bytes, context)
    case .startTLS: startTLS(context)
    case .finish(let outcome):
      write(Array("QUIT\r\n".utf8), context)
      conclude(outcome, context)
    }
  }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
  }

  /// What is written from here on waits in the TLS handler until the handshake is done.
  private func startTLS(_ context: ChannelHandlerContext) {
    do {
      guard let handler = try secure?.handler() else { return conclude(.permanent("TLS is not set up"), context) }
      try context.pipeline.syncOperations.addHandler(handler, position: .first)
      perform(dialogue.secured(), context)
    } catch {
      conclude(.permanent(FailureText.describe(error)), context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    conclude(dialogue.interrupted(FailureText.describe(error)), context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    conclude(dialogue.interrupted("the mail server closed the connection"), context)
    context.fireChannelInactive()
  }

  /// The time is over.
  func expire(context: ChannelHandlerContext) {
    conclude(dialogue.interrupted("no answer from the mail server in time"), context)
  }

  private func conclude(_ result: DeliveryOutcome, _ context: ChannelHandlerContext) {
    guard let promise = outcome else { return }
    outcome = nil
    promise.succeed(result)
    context.close(promise: nil)
  }
}
