import ArgumentParser
import Atalaya

/// How far the files that a command reads are trusted.
struct TrustOption: ParsableArguments {
  @Flag(
    help: """
      Trust the files: open any format that GDAL knows, VRTs with sources anywhere, and the network. Only for files whose \
      origin you know: they may read, write and fetch what you may.
      """)
  var trust = false

  /// Takes effect before the first file is opened.
  func validate() throws {
    guard trust, !FileTrust.isEverythingTrusted else { return }
    FileTrust.trustEverything()
    Console.note("note: --trust: files may use any format of GDAL, sources anywhere and the network")
  }
}
