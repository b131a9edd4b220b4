import Incidents
import NIOCore
import NIOHTTP1

/// Takes alerts off the wire without the router's tasks between: reads them on the connection's own loop, hands them to
/// the writer, and answers when they are on disk. One request at a time: what comes behind waits, so that answers keep
/// their order. Everything else goes on to the router, and so does a request of which anything is not plain.
final class IntakeWire: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private struct Held {
    var head: HTTPRequestHead
    var door: IntakeDoor
    var body = ByteBuffer()
    var isWhole = false
  }

  /// Whose connection this is by now.
  private let site: () -> Site
  private let patience: Patience
  private let answers: WireAnswers
  private var held: Held?
  /// Requests at the router whose answers are not whole.
  private var routed = 0
  private var waiting = CircularBuffer<HTTPServerRequestPart>()
  /// Ends of input and the like, which must not overtake an answer.
  private var events: [Any] = []
  private var context: ChannelHandlerContext?

  /// Parts that may wait behind a request; a client that sends more without reading answers is let go.
  private static let mostWaiting = 1_000

  init(_ patience: Patience, of site: @escaping () -> Site) {
    self.site = site
    self.patience = patience
    answers = WireAnswers(isSecure: site().isSecure)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }
  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    context.fireChannelInactive()
  }

  // MARK: in

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    guard held?.isWhole != true else {
      waiting.append(part)
      if waiting.count > Self.mostWaiting { context.close(promise: nil) }
      return
    }
    take(part, context)
  }

  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      patience.headCame()
      if routed == 0, let door = IntakeDoor.of(head) {
        held = Held(head: head, door: door)
      } else {
        routed += 1
        context.fireChannelRead(wrapInboundOut(part))
      }
    case .body(var bytes):
      if held == nil { return context.fireChannelRead(wrapInboundOut(part)) }
      if held?.body.readableBytes == 0 { held?.body = bytes } else { held?.body.writeBuffer(&bytes) }
    case .end:
      patience.requestEnded()
      if held == nil { return context.fireChannelRead(wrapInboundOut(part)) }
      held?.isWhole = true
      if !offer(context.eventLoop) { giveToRouter(context) }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if held == nil { context.fireUserInboundEventTriggered(event) } else { events.append(event) }
  }

  /// False where this is not for the short way after all.
  private func offer(_ loop: any EventLoop) -> Bool {
    guard let held else { return false }
    let site = site()
    let now = site.context.now()
    guard let (secret, events) = held.door.read(Array(held.body.readableBytesView), now: now),
      let key = site.keys.known(secret, now: now)
    else { return false }
    let bound = NIOLoopBound(self, eventLoop: loop)
    return site.context.acts.offer(events, integration: key) { result in
      loop.execute { bound.value.settle(result) }
    }
  }

  // MARK: out

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) {
      routed -= 1
      patience.answered()
    }
    context.write(data, promise: promise)
  }

  /// On disk, or not: a failure is told by the router, which tries once more.
  private func settle(_ result: Result<[Receipt], AcceptError>) {
    guard let context, let held else { return }
    guard case .success(let receipts) = result else { return giveToRouter(context) }
    let (status, body) = held.door.answer(receipts)
    self.held = nil
    patience.send(answers.bytes(status, body, context.channel.allocator))
    patience.answered()
    goOn(context)
  }

  private func giveToRouter(_ context: ChannelHandlerContext) {
    guard let held else { return }
    self.held = nil
    routed += 1
    context.fireChannelRead(wrapInboundOut(.head(held.head)))
    if held.body.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(.body(held.body))) }
    context.fireChannelRead(wrapInboundOut(.end(nil)))
    goOn(context)
  }

  /// What came in the meantime, in its order.
  private func goOn(_ context: ChannelHandlerContext) {
    while held?.isWhole != true, let part = waiting.popFirst() { take(part, context) }
    // The router looks at what it has been given only then.
    if routed > 0 { context.fireChannelReadComplete() }
    guard held == nil, !events.isEmpty else { return }
    let late = events
    events = []
    for event in late { context.fireUserInboundEventTriggered(event) }
  }
}
