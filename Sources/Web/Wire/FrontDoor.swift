import NIOCore
import NIOHTTP1

/// What stands in each connection before the router: limits for slow senders, and a short way for alerts.
package final class FrontDoor: ChannelInboundHandler, RemovableChannelHandler {
  package typealias InboundIn = Never

  private let door: Door

  package init(_ door: Door) { self.door = door }

  /// The web library adds handlers after its own; these two belong on either side of those that turn bytes into requests
  /// and answers into bytes.
  package func handlerAdded(context: ChannelHandlerContext) {
    let patience = Patience()
    let wire = IntakeWire(patience) { [door] in door.site }
    let pipeline = context.pipeline.syncOperations
    do {
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let encoder = try pipeline.handler(type: HTTPResponseEncoder.self)
      try pipeline.addHandler(patience, position: .before(encoder))
      try pipeline.addHandler(wire, position: .after(decoder))
    } catch {
      context.fireErrorCaught(error)
      context.close(promise: nil)
    }
  }
}
