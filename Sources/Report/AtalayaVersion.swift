/// The version of the tool.
public enum AtalayaVersion {
  /// As `atalaya --version` prints it.
  public static let current = "0.1.0"
}
