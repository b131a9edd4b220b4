import NIOCore

/// The connection on the side of the bytes. How long it may wait for its other end: one that drips a header, or says
/// nothing, holds a place that others need. Told of what the decoder made of the bytes by `IntakeWire`, whose answers
/// are bytes already and leave here.
final class Patience: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  struct Limits: Sendable {
    /// Without a request.
    var idle = TimeAmount.seconds(60)
    /// From the first byte of a request to the end of its header.
    var head = TimeAmount.seconds(10)
    /// From there to the end of its body; the router refuses in words after 30 s, where anything still comes.
    var body = TimeAmount.seconds(40)
    /// How often it is looked at: a limit is kept to this.
    var look = TimeAmount.seconds(5)
  }

  private enum Phase { case idle, head, body, answer }

  private let limits: Limits
  private var phase = Phase.idle
  private var since = NIODeadline.uptimeNanoseconds(0)
  private var unanswered = 0
  private var isReading = false
  private var looking: RepeatedTask?
  private var loop: (any EventLoop)?
  private var context: ChannelHandlerContext?

  init(_ limits: Limits = Limits()) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    loop = context.eventLoop
    self.context = context
    enter(.idle)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    looking = context.eventLoop.scheduleRepeatedTask(initialDelay: limits.look, delay: limits.look) { _ in
      let (patience, context) = bound.value
      if patience.isOver { context.close(promise: nil) }
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    looking?.cancel()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    looking?.cancel()
    self.context = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if phase == .idle { enter(.head) }
    context.fireChannelRead(data)
  }

  /// A whole answer, past the encoder.
  func send(_ answer: ByteBuffer) {
    guard let context else { return }
    context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
  }

  // MARK: what the decoder saw

  func headCame() {
    unanswered += 1
    isReading = true
    enter(.body)
  }

  func requestEnded() {
    isReading = false
    enter(unanswered > 0 ? .answer : .idle)
  }

  func answered() {
    unanswered -= 1
    if unanswered <= 0, !isReading { enter(.idle) }
  }

  private func enter(_ phase: Phase) {
    self.phase = phase
    if let loop { since = loop.now }
  }

  private var isOver: Bool {
    guard let loop else { return false }
    switch phase {
    case .idle: return loop.now - since > limits.idle
    case .head: return loop.now - since > limits.head
    case .body: return loop.now - since > limits.body
    case .answer: return false
    }
  }
}
