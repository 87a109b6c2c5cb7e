/// The kinds of warning of one module.
public protocol WarningCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}
