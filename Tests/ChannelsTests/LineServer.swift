import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server on loopback that treats each connection as a script says: what tests of faults stand on.
///
/// The script sees everything that has arrived on the connection so far, whenever more comes (and once at the start,
/// with nothing), and says what to do.
final class LineServer: Sendable {
  enum Act: Sendable {
    case wait
    case say(String)
    /// Say it and forget what has arrived.
    case answer(String)
    case sayAndClose(String)
    /// Say a piece every 50 ms for as long as the client stays.
    case drip(first: String, then: String)
    /// End without the usual farewell: the client sees a reset.
    case reset
  }
  typealias Script = @Sendable (_ received: String, _ connection: Int) -> Act

  let port: Int
  private let channel: any NIOCore.Channel
  private init(channel: any NIOCore.Channel, log: Log) {
    self.channel = channel
    port = channel.localAddress?.port ?? 0
    received = log
  }

  /// What each connection has received, in order of connecting.
  let received: Log

  final class Log: Sendable {
    private let texts = Mutex<[String]>([])
    func open() -> Int {
      texts.withLock {
        $0.append(""); return $0.count - 1
      }
    }
    func add(_ text: String, to connection: Int) { texts.withLock { $0[connection] += text } }
    var all: [String] { texts.withLock { $0 } }
  }

  static func start(_ script: @escaping Script) async throws -> LineServer {
    let log = Log()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(script: script, log: log))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return LineServer(channel: channel, log: log)
  }

  func stop() async { try? await channel.close() }
}

private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let script: LineServer.Script
  private let log: LineServer.Log
  private var connection = 0
  private var received = ""

  init(script: @escaping LineServer.Script, log: LineServer.Log) {
    self.script = script
    self.log = log
  }

  func channelActive(context: ChannelHandlerContext) {
    connection = log.open()
    act(script("", connection), context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let text = String(buffer: unwrapInboundIn(data))
    log.add(text, to: connection)
    received += text
    act(script(received, connection), context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func act(_ act: LineServer.Act, _ context: ChannelHandlerContext) {
    switch act {
    case .wait: break
    case .say(let text): write(text, context)
    case .answer(let text):
      received = ""
      write(text, context)
    case .sayAndClose(let text):
      write(text, context)
      context.close(promise: nil)
    case .drip(let first, let then):
      write(first, context)
      drip(then, context)
    case .reset:
      let close = { (_: Result<Void, any Error>) in context.close(promise: nil) }
      guard let socket = context.channel as? any SocketOptionProvider else { return close(.success(())) }
      socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete(close)
    }
  }

  private func drip(_ text: String, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    write(text, context)
    context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(50)) { self.drip(text, context) }
  }

  private func write(_ text: String, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
  }
}

extension LineServer {
  /// An HTTP receiver that gives every whole request the same treatment.
  static func http(_ act: Act) async throws -> LineServer {
    try await start { received, _ in isWholeRequest(received) ? act : .wait }
  }

  /// A receiver that answers each request with a status line, headers and a body.
  static func http(status: String, headers: [String] = [], body: String = "") async throws -> LineServer {
    try await http(.answer(response(status: status, headers: headers, body: body)))
  }

  static func response(status: String, headers: [String] = [], body: String = "") -> String {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers
    return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
  }

  static func isWholeRequest(_ text: String) -> Bool {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
    let length =
      text[..<end.lowerBound].lowercased().split(separator: "\r\n")
      .first { $0.hasPrefix("content-length:") }?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    return text[end.upperBound...].utf8.count >= length
  }
}
