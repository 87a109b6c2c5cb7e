import ArgumentParser
import Atalaya

/// How far the files that a command reads are trusted.
struct TrustOption: ParsableArguments {
  @Flag(
    help: """
      Trust the files: allow any GDAL format, VRTs with sources anywhere, and the network. Use it only for files whose origin \
      you know: they can read, write and fetch whatever you can.
      """)
  var trust = false

  /// Takes effect before the first file is opened.
  func validate() throws {
    guard trust, !FileTrust.isEverythingTrusted else { return }
    FileTrust.trustEverything()
    Console.note("note: --trust: files may use any format of GDAL, sources anywhere and the network")
  }
}
