import Foundation
import Testing

/// A real mail server, aiosmtpd, in a process of its own; certificates are made by `openssl` for the run.
final class MailServer {
  enum Mode: String {
    case plain, starttls, implicit
    /// No mail: a web server that answers every request with 200, for the same certificates.
    case https
  }

  struct NotReady: Error {}

  /// The Python that has aiosmtpd: `TOCSIN_PYTHON`, or the one that `script/setup` prepares; nil where there is none.
  static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["TOCSIN_PYTHON"], root.appending(path: ".build/venv/bin/python").path,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  let port: Int
  let folder: URL
  private let process: Process

  var trustRoots: String { folder.appending(path: "ca.pem").path }

  private init(process: Process, folder: URL, port: Int) {
    self.process = process
    self.folder = folder
    self.port = port
  }

  /// Starts one that knows the user `ana` with the password `pässword` and offers the named ways to sign in.
  static func start(_ mode: Mode, ways: [String] = ["PLAIN", "LOGIN"]) async throws -> MailServer {
    let python = try #require(MailServer.python)
    let folder = FileManager.default.temporaryDirectory.appending(path: "tocsin-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try await makeCertificates(in: folder)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", MailServer.program, mode.rawValue, folder.path, ways.joined(separator: ",")]
    // It reports each refused handshake with a traceback; what matters is asserted on our side.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let port = try await waitForPort(folder.appending(path: "port"), process)
    return MailServer(process: process, folder: folder, port: port)
  }

  /// What it has taken: the envelope and the mail as it arrived, in order.
  func mails() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
      .map { String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self) }
  }

  func stop() {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func waitForPort(_ file: URL, _ process: Process) async throws -> Int {
    for _ in 0..<600 {
      if let text = try? String(contentsOf: file, encoding: .utf8), let port = Int(text) { return port }
      guard process.isRunning else { throw NotReady() }
      try await Task.sleep(for: .milliseconds(50))
    }
    process.terminate()
    throw NotReady()
  }

  private static func makeCertificates(in folder: URL) async throws {
    let script = """
      set -e
      cd "$0"
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=TestCA \
        -keyout ca.key -out ca.pem
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost \
        -keyout key.pem -out server.csr
      printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\\n' > extensions
      openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions \
        -out cert.pem
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, folder.path]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Not waitUntilExit: it would hold one of the few threads that all tests share.
    while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    guard process.terminationStatus == 0 else { throw NotReady() }
  }

  private static let program = """
    import os, signal, ssl, sys, threading
    from aiosmtpd.smtp import AuthResult, LoginPassword, SMTP

    mode, folder, ways = sys.argv[1], sys.argv[2], sys.argv[3].split(",")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    count = 0

    class Handler:
        async def handle_DATA(self, server, session, envelope):
            global count
            count += 1
            user = getattr(session, "auth_data", None)
            name = user.login.decode() if user else "-"
            tls = "tls" if session.ssl or mode == "implicit" else "clear"
            head = f"X-Envelope: {envelope.mail_from} {','.join(envelope.rcpt_tos)} {name} {tls}\\r\\n"
            with open(f"{folder}/{count:04}.eml.part", "wb") as file:
                file.write(head.encode() + envelope.original_content)
            os.rename(f"{folder}/{count:04}.eml.part", f"{folder}/{count:04}.eml")
            return "250 2.0.0 kept as %d" % count

        async def handle_RCPT(self, server, session, envelope, address, options):
            if address.startswith("nobody@"):
                return "550 5.1.1 no such person"
            if address.startswith("full@"):
                return "452 4.2.2 mailbox full"
            envelope.rcpt_tos.append(address)
            return "250 2.1.5 ok"

    def sign_in(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and data.login == b"ana" and data.password == "p\\u00e4ssword".encode()
        return AuthResult(success=good, handled=False, auth_data=data)

    settings = dict(authenticator=sign_in, auth_exclude_mechanism=[w for w in ("PLAIN", "LOGIN") if w not in ways])
    if mode == "starttls":
        settings.update(tls_context=context, require_starttls=True, auth_required=True)
    elif mode == "implicit":
        settings.update(auth_required=True, auth_require_tls=False)
    else:
        settings.update(auth_require_tls=False)

    # A controller wants its port beforehand; port 0 and the socket's own answer leave no race.
    import asyncio
    async def answer(reader, writer):
        try:
            head = (await reader.readuntil(b"\\r\\n\\r\\n")).decode().lower()
            await reader.readexactly(int(head.split("content-length: ")[1].split("\\r\\n")[0]))
            writer.write(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok")
            await writer.drain()
        finally:
            writer.close()

    async def start():
        if mode == "https":
            return await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
        loop = asyncio.get_running_loop()
        return await loop.create_server(
            lambda: SMTP(Handler(), hostname="mail.test", **settings), "127.0.0.1", 0,
            ssl=context if mode == "implicit" else None)

    async def main():
        server = await start()
        with open(folder + "/port.part", "w") as file:
            file.write(str(server.sockets[0].getsockname()[1]))
        os.rename(folder + "/port.part", folder + "/port")
        await server.serve_forever()

    parent = os.getppid()
    def watch():
        import time
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)
    threading.Thread(target=watch, daemon=True).start()
    asyncio.run(main())
    """
}
