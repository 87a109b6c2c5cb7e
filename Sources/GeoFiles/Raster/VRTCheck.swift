internal import CGDAL
internal import Foundation

/// A VRT looked through with GDAL's own parser of XML: what it names, and whether it holds more than a mosaic needs.
struct VRTCheck {
  /// A file that a VRT names.
  struct Reference: Hashable {
    /// As it stands there.
    let name: String
    /// Whether it counts from the VRT's folder.
    let isRelative: Bool

    /// What GDAL opens.
    func path(from vrt: String) -> String {
      guard isRelative, !name.hasPrefix("/"), !name.split(separator: "/").isEmpty else { return name }
      // `GTIFF_DIR:2:a.tif` would stay a driver's name for GDAL.
      if name.split(separator: "/").first?.contains(":") == true { return name }
      return FilePath.join(FilePath.folder(of: vrt), name)
    }
  }

  /// Every file it names.
  private(set) var references: [Reference] = []

  private let path: String

  /// Elements of mosaics, of warped rasters, and of what describes them. What computes (pixel functions), reads bytes (raw
  /// bands) or passes options to drivers is not among them.
  private static let elements: Set<String> = Set(
    """
    vrtdataset srs geotransform gcplist gcp metadata mdi vrtrasterband nodatavalue hidenodatavalue colorinterp unittype \
    offset scale categorynames category colortable entry description histograms histitem histmin histmax bucketcount \
    includeoutofrange approximate histcounts overview sourcefilename sourceband maskband simplesource complexsource \
    averagedsource kernelfilteredsource nodatafrommasksource kernel size coefs sourceproperties srcrect dstrect nodata \
    scaleoffset scaleratio lut exponent srcmin srcmax dstmin dstmax clamp usemaskband colortablecomponent resampling \
    overviewlist blockxsize blockysize gdalwarpoptions warpmemorylimit resamplealg workingdatatype option sourcedataset \
    transformer approxtransformer maxerror basetransformer genimgprojtransformer reprojecttransformer \
    reprojectiontransformer sourcesrs targetsrs srcgeotransform srcinvgeotransform dstgeotransform dstinvgeotransform \
    bandlist bandmapping srcnodatareal srcnodataimag dstnodatareal dstnodataimag srcalphaband dstalphaband cutline \
    cutlineblenddist options coordinateoperation
    """.split { $0 == " " || $0.isNewline }.map(String.init))

  /// What `subClass` may be.
  private static let classes: Set<String> = ["vrtsourcedrasterband", "vrtwarpeddataset", "vrtwarpedrasterband"]

  /// Looks a VRT through.
  /// - Throws: ``GeoFileError`` that says what in it is not opened.
  init(of source: String, path: String) throws(GeoFileError) {
    self.path = path
    let tree = try Self.parse(source, path: path)
    defer { CPLDestroyXMLNode(tree) }
    var node: UnsafeMutablePointer<CPLXMLNode>? = tree
    while let this = node {
      if this.pointee.eType == CXT_Element, Self.name(this).hasPrefix("?") == false { try visit(this, depth: 0) }
      node = this.pointee.psNext
    }
  }

  /// Files that a VRT on the disk names and that are not there; those in archives, and names for drivers, are not looked for.
  static func missing(from path: String) -> [String] {
    guard let check = try? VRTCheck(of: path, path: path) else { return [] }
    return check.references.map { $0.path(from: path) }.filter {
      !$0.hasPrefix("/vsi") && !$0.contains(":") && !FileContent.isThere($0)
    }
  }

  /// The overviews that a side-car `.aux.xml` names.
  static func overviews(in source: String, path: String) throws(GeoFileError) -> [String] {
    let tree = try parse(source, path: path)
    defer { CPLDestroyXMLNode(tree) }
    var found: [String] = []
    var stack: [UnsafeMutablePointer<CPLXMLNode>] = [tree]
    while let node = stack.popLast() {
      if let next = node.pointee.psNext { stack.append(next) }
      if let child = node.pointee.psChild { stack.append(child) }
      guard node.pointee.eType == CXT_Element, name(node) == "mdi",
        attribute("key", of: node)?.uppercased() == "OVERVIEW_FILE"
      else { continue }
      found.append(CPLGetXMLValue(node, nil, "").map { String(cString: $0) } ?? "")
    }
    return found
  }

  private static func parse(
    _ source: String, path: String
  ) throws(GeoFileError) -> UnsafeMutablePointer<CPLXMLNode> {
    var bytes: UnsafeMutablePointer<UInt8>?
    var size: vsi_l_offset = 0
    guard VSIIngestFile(nil, source, &bytes, &size, GIntBig(ReadingLimits.xmlBytes)) != 0, let bytes else {
      throw GeoFileError(
        .tooLarge, path: path,
        problem: "\((source as NSString).lastPathComponent) cannot be read, or has more than "
          + "\(ReadingLimits.xmlBytes >> 20) MiB")
    }
    defer { VSIFree(bytes) }
    let tree = bytes.withMemoryRebound(to: CChar.self, capacity: Int(size) + 1) { CPLParseXMLString($0) }
    guard let tree else {
      throw GeoFileError(
        .corrupt, path: path, problem: "\((source as NSString).lastPathComponent) cannot be read as XML")
    }
    return tree
  }

  private mutating func visit(_ node: UnsafeMutablePointer<CPLXMLNode>, depth: Int) throws(GeoFileError) {
    let element = Self.name(node)
    guard Self.elements.contains(element) else { throw refusal("the element \(element)") }
    guard depth < 32 else { throw refusal("elements in elements, more than 32 deep") }
    if let kind = Self.attribute("subClass", of: node), !Self.classes.contains(kind.lowercased()) {
      throw refusal("a band or dataset of the kind \(kind)")
    }
    if ["sourcefilename", "sourcedataset"].contains(element) {
      references.append(try reference(node))
      return
    }
    if element == "mdi", Self.attribute("key", of: node)?.uppercased() == "OVERVIEW_FILE" {
      throw refusal("an OVERVIEW_FILE")
    }
    if ["srs", "sourcesrs", "targetsrs"].contains(element) {
      let text = CPLGetXMLValue(node, nil, "").map { String(cString: $0) } ?? ""
      guard SpatialReference.isHarmless(text) else { throw refusal("a coordinate system from a file or an address") }
    }
    var child = node.pointee.psChild
    while let this = child {
      // GDAL takes an attribute for an element of its name.
      if this.pointee.eType == CXT_Attribute, Self.namingElements.contains(Self.name(this)) {
        throw refusal("the attribute \(Self.name(this))")
      }
      if this.pointee.eType == CXT_Element { try visit(this, depth: depth + 1) }
      child = this.pointee.psNext
    }
  }

  private static let namingElements: Set<String> = ["sourcefilename", "sourcedataset", "srs", "sourcesrs", "targetsrs"]

  /// The name in an element that holds one text and attributes, nothing else.
  private func reference(_ node: UnsafeMutablePointer<CPLXMLNode>) throws(GeoFileError) -> Reference {
    var texts: [String] = []
    var child = node.pointee.psChild
    while let this = child {
      switch this.pointee.eType {
      case CXT_Text: texts.append(String(cString: this.pointee.pszValue))
      case CXT_Element, CXT_Comment, CXT_Literal: throw refusal("more than a name in \(Self.name(node))")
      default: break
      }
      child = this.pointee.psNext
    }
    guard texts.count == 1, let name = texts.first, !name.isEmpty else { throw refusal("a source without a name") }
    // GDAL reads the number by `atoi`.
    let relative = Self.attribute("relativeToVRT", of: node).map { strtol($0, nil, 10) } ?? 0
    return Reference(name: name, isRelative: relative != 0)
  }

  private static func name(_ node: UnsafeMutablePointer<CPLXMLNode>) -> String {
    String(cString: node.pointee.pszValue).lowercased()
  }

  /// An attribute's value, its name in any case of letters.
  private static func attribute(_ name: String, of node: UnsafeMutablePointer<CPLXMLNode>) -> String? {
    var child = node.pointee.psChild
    while let this = child {
      if this.pointee.eType == CXT_Attribute, Self.name(this) == name.lowercased(), let value = this.pointee.psChild {
        return String(cString: value.pointee.pszValue)
      }
      child = this.pointee.psNext
    }
    return nil
  }

  private func refusal(_ what: String) -> GeoFileError {
    GeoFileError(
      .notRaster, path: path, problem: "is a VRT with \(what), which is not opened",
      remedy: "a mosaic of gdalbuildvrt is; gdal_translate makes a GeoTIFF of any; or trust it: --trust")
  }
}
